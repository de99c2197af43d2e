package kontor.order.tariff;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier takes for parcels up to a weight and size; sizes in millimetres, weight in grams, price in minor
 * units. Only {@code active} and {@code validTo} change; another price is another tariff. {@code wrong-order} if it
 * ends before it begins.
 *
 * @param validFrom included
 * @param validTo not included, null for no end
 */
record Tariff(
        Reach reach,
        long priceMinor,
        Instant validFrom,
        @Nullable Instant validTo,
        boolean active) {

    Tariff {
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new WrongOrder();
        }
    }

    /** Which parcels are taken where; never changes. */
    record Reach(
            String carrier,
            String name,
            String originCountry,
            List<String> destinationCountries,
            int maxWeightG,
            int maxLengthMm,
            int maxWidthMm,
            int maxHeightMm,
            boolean tracked) {

        private boolean covers(Parcel parcel) {
            return originCountry.equals(parcel.from())
                    && destinationCountries.contains(parcel.to())
                    && parcel.weightG() <= maxWeightG
                    && hasRoomFor(parcel);
        }

        /** A parcel may lie on any of its sides: the sizes of both are compared in order of length. */
        private boolean hasRoomFor(Parcel parcel) {
            int[] most = sorted(maxLengthMm, maxWidthMm, maxHeightMm);
            int[] sizes = sorted(
                    parcel.packaging().lengthMm(),
                    parcel.packaging().widthMm(),
                    parcel.packaging().heightMm());
            return IntStream.range(0, sizes.length).allMatch(i -> sizes[i] <= most[i]);
        }

        private static int[] sorted(int... sizes) {
            return IntStream.of(sizes).sorted().toArray();
        }
    }

    /** O-22. */
    boolean fits(Parcel parcel, Instant now) {
        return active && !now.isBefore(validFrom) && (validTo == null || now.isBefore(validTo)) && reach.covers(parcel);
    }

    /** As it ends when another price replaces it. */
    Tariff retired(Instant now) {
        boolean isRunning = validFrom.isBefore(now) && (validTo == null || validTo.isAfter(now));
        return new Tariff(reach, priceMinor, validFrom, isRunning ? now : validTo, false);
    }

    /** What follows it with another price, from now on or from when this one would have begun. */
    Tariff followedBy(Tariff wanted, Instant now) {
        Instant from = validFrom.isAfter(now) ? validFrom : now;
        return new Tariff(reach, wanted.priceMinor(), from, wanted.validTo(), wanted.active());
    }
}
