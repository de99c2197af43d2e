package kontor.bench.measure;

import java.time.Duration;

/** Something that can be run for a while and measured. */
public interface Contestant {

    String name();

    /** What must happen before the clock runs: fresh tokens, empty tables. */
    default void prepare() {}

    Outcome run(Duration duration);
}
