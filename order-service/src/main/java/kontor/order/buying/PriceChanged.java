package kontor.order.buying;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** The total is not the one the buyer was shown; the answer carries the new one, minor units (O-21). */
public final class PriceChanged extends Rejection {

    PriceChanged(long totalMinor) {
        super(
                Kind.CONFLICT,
                "price-changed",
                "The purchase now costs %d.".formatted(totalMinor),
                List.of(),
                Map.of("totalMinor", totalMinor));
    }
}
