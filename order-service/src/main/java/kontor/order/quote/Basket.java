package kontor.order.quote;

import static kontor.order.money.Range.MOST_MINOR;

import java.util.List;
import kontor.order.offer.Offer;
import kontor.order.offer.Packaging;
import kontor.order.tariff.Parcel;
import kontor.platform.rejection.AmountOutOfRange;

/** Pieces of one seller in their packaging; {@code amount-out-of-range} if they cost more than there may be (G-8). */
record Basket(List<Line> lines, Packaging packaging) {

    /** Pieces of an active listing. */
    record Line(Offer offer, String country, int quantity) {}

    Basket {
        if (goodsMinor(lines) > MOST_MINOR) {
            throw new AmountOutOfRange();
        }
    }

    long goodsMinor() {
        return goodsMinor(lines);
    }

    /** Sent from where the first line is. */
    Parcel parcelTo(String country) {
        long weight = packaging.weightG();
        for (Line line : lines) {
            weight += (long) line.quantity() * line.offer().weightG();
        }
        return new Parcel(lines.getFirst().country(), country, weight, packaging);
    }

    private static long goodsMinor(List<Line> lines) {
        return lines.stream()
                .mapToLong(line -> line.quantity() * line.offer().unitPriceMinor())
                .sum();
    }
}
