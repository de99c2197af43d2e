package kontor.reporting.stream;

import java.time.Instant;
import java.util.List;

/** A sum as it is kept. */
public record Total(List<Long> values, Instant changed) {

    static final Total NOTHING = new Total(List.of(), Instant.EPOCH);

    Total plus(Difference difference, Instant at) {
        return new Total(Thing.plus(values, difference.values()), at.isAfter(changed) ? at : changed);
    }

    boolean isNothing() {
        return values.stream().allMatch(value -> value == 0);
    }
}
