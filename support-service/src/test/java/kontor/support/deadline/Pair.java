package kontor.support.deadline;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kontor.platform.MovableClock;
import kontor.support.Twin;
import kontor.testkit.trial.Together;

/** Two instances that look after tickets by the same time. */
final class Pair implements AutoCloseable {

    private static final int LOOKS = 8;

    private final Twin twin;
    private final List<MovableClock> clocks;
    private final List<DeadlineJob> jobs;

    Pair(MovableClock clock, DeadlineJob job, Twin twin) {
        this.twin = twin;
        clocks = List.of(clock, twin.bean(MovableClock.class));
        jobs = List.of(job, twin.bean(DeadlineJob.class));
    }

    void moveTo(Duration time) {
        clocks.forEach(clock -> clock.moveTo(time));
    }

    /** At the same time, again and again, besides what they do every few seconds. */
    void look(Consumer<DeadlineJob> at) {
        Together.run(
                LOOKS,
                Stream.generate(() -> jobs).limit(LOOKS).flatMap(List::stream).map(job -> () -> at.accept(job)));
    }

    @Override
    public void close() {
        twin.close();
    }
}
