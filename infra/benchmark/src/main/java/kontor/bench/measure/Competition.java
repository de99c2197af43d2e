package kontor.bench.measure;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kontor.bench.machine.Machine;

/** Contestants in turns on one machine: each is warm once its cost stands still, then the rounds are interleaved. */
public final class Competition {

    private static final int SECONDS_TO_REST = 30;

    /** Eight services, the broker and Keycloak take a fifth of a core when nobody calls. */
    private static final double AT_REST_CORES = 0.3;

    private final Machine machine;
    private final Runnable empty;
    private final Duration length;
    private final PrintStream out;

    /**
     * @param empty waits until the shop has nothing left to send
     * @param length of one run
     */
    public Competition(Machine machine, Runnable empty, Duration length, PrintStream out) {
        this.machine = machine;
        this.empty = empty;
        this.length = length;
        this.out = out;
    }

    /**
     * Warms all up, then measures them in turns.
     *
     * @param after is told of each measured round, before the next begins
     */
    public List<Series> hold(List<? extends Contestant> contestants, int rounds, Consumer<Contestant> after) {
        List<Series> all = new ArrayList<>();
        for (Contestant contestant : contestants) {
            all.add(Series.collecting(contestant.name(), warmUp(contestant)));
        }
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contestants.size(); turn++) {
                // Each round begins with another one, so that none always follows the same neighbour's leftovers.
                int next = (turn + round) % contestants.size();
                all.get(next).rounds().add(measure(contestants.get(next), "round " + (round + 1)));
                after.accept(contestants.get(next));
            }
        }
        return all;
    }

    private WarmUp warmUp(Contestant contestant) {
        WarmUp warmUp = new WarmUp();
        while (!warmUp.isOver()) {
            warmUp.add(measure(contestant, "warm-up " + (warmUp.runs() + 1)));
        }
        return warmUp;
    }

    private Round measure(Contestant contestant, String which) {
        prepare(contestant);
        Machine.Measured<Outcome> measured = machine.measure(() -> contestant.run(length));
        Round round = new Round(measured.result(), measured.usage());
        out.println("%-10s %-8s %6.0f/s  %5.0f us CPU each (%s), %d errors, %.2f cores of strangers"
                .formatted(
                        which,
                        contestant.name(),
                        round.outcome().perSecond(),
                        round.totalMicros(),
                        round.largestParts(),
                        round.outcome().failed(),
                        round.usage().strangers()));
        return round;
    }

    /** Gives the contestant what it needs and waits for rest: consumers may still be busy with what was done before. */
    public void prepare(Contestant contestant) {
        contestant.prepare();
        empty.run();
        for (int second = 0; second < SECONDS_TO_REST; second++) {
            if (machine.measure(Competition::second).usage().cores() < AT_REST_CORES) {
                return;
            }
        }
        out.println("The shop did not come to rest within %d s; the next figures include what it was busy with."
                .formatted(SECONDS_TO_REST));
    }

    private static Duration second() {
        Duration second = Duration.ofSeconds(1);
        Pause.take(second);
        return second;
    }
}
