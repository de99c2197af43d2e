package kontor.testkit.samples.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Reads clocks in every way there is. */
final class Clocks {

    private static final Supplier<Instant> REFERENCE = Instant::now;

    private Clocks() {}

    @SuppressWarnings("JavaUtilDate") // the sample is about what should not be done
    static List<Object> all() {
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC),
                Clock.systemUTC(),
                System.currentTimeMillis(),
                new Date(),
                REFERENCE.get());
    }
}
