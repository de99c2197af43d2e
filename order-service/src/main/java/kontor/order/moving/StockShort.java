package kontor.order.moving;

import kontor.platform.Rejection;

/** The catalog has not as many pieces more; the item stays as it is (O-8). */
public final class StockShort extends Rejection {

    StockShort(long itemId) {
        super(Kind.RULE_BROKEN, "stock-short", "There are not enough pieces for item %d.".formatted(itemId));
    }
}
