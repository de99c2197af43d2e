package kontor.bench.yardstick;

import java.time.Duration;
import java.util.stream.Stream;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;

/** Runs of half a second, again while a busy machine has got nothing done in so short a time. */
final class Briefly {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int MOST_RUNS = 40;

    private Briefly() {}

    /** The first that has done something. */
    static Outcome run(Contestant contestant) {
        return Stream.generate(() -> contestant.run(SHORT))
                .limit(MOST_RUNS)
                .filter(outcome -> outcome.done() > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError(contestant.name() + " gets nothing done"));
    }
}
