package kontor.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.bench.machine.Machine;

/**
 * Everything a run of {@code infra/bench} found, as it is kept in JSON.
 *
 * @param runs one for each contestant
 * @param ratios of contestants, with the value of each round
 * @param startSeconds of the newest start of the shop, unless a part was started again or Keycloak was built
 */
public record Figures(
        Setting setting,
        List<Run> runs,
        List<Ratio> ratios,
        Optional<OpenLoop> atHalfOfMaximum,
        Optional<Lag> eventLag,
        Optional<Streams> streams,
        Memory memory,
        Optional<StartSeconds> startSeconds) {

    /**
     * What was measured, on what, how.
     *
     * @param benchmark its name, such as {@code shelf}
     * @param operations what is counted, such as {@code purchases}
     * @param parts of the shop whose cost is shown one by one
     */
    public record Setting(
            String benchmark,
            String operations,
            List<String> parts,
            Instant at,
            String commit,
            String machine,
            int secondsPerRun,
            int rounds,
            int members,
            int connections,
            long storedBefore) {

        private static final List<String> OF_ALL = List.of(Machine.DATABASES, Machine.DATABASES + " bench", "kafka");

        /** Whether this is what an operation is made of: not others that follow it, nor whoever asks for it. */
        public boolean isOnPath(String part) {
            return OF_ALL.contains(part)
                    || parts.stream().anyMatch(own -> part.equals(own) || part.equals(Machine.DATABASES + " " + own));
        }
    }

    /**
     * Medians of the rounds; latencies and errors of all of them.
     *
     * @param strangersCores cores that programs outside the shop kept busy: noise
     * @param unsentAtEnd events that had not left when the last operation was answered
     */
    public record Run(
            String name,
            List<Double> perSecondByRound,
            double perSecond,
            double totalMicros,
            Map<String, Double> microsPerOperation,
            Millis latency,
            Map<String, Long> errors,
            int warmUps,
            boolean stoodStill,
            double strangersCores,
            long unsentAtEnd) {}

    /** Latencies in milliseconds. */
    public record Millis(double p50, double p95, double p99, double p999, double max) {}

    /** What a figure has to reach; without an aim there is none beyond. */
    public record Goal(String name, double pass, Optional<Double> aim) {}

    /**
     * Without a goal it is only told.
     *
     * @param byCpu the yardstick's microseconds per operation to ours
     * @param onPath the same without others that follow the operation, and without the load generator
     * @param isOfPath whether that is held against the goal, not the operations per second (ADR 072)
     */
    public record Ratio(
            String what,
            List<Double> byRound,
            double median,
            double byCpu,
            double onPath,
            boolean isOfPath,
            Optional<Goal> goal) {

        double judged() {
            return isOfPath ? onPath : median;
        }
    }

    /**
     * Latency at a fixed rate of arrivals, from the moment each was due.
     *
     * @param goal of its p99, in milliseconds: at most
     */
    public record OpenLoop(
            String name, double perSecond, long done, Map<String, Long> errors, Millis latency, Goal goal) {}

    /**
     * O1: from commit to consumer, and the part of it until the relay sent the event.
     *
     * @param eventsPerSecond all events of the ledger, of which a purchase has two
     */
    public record Lag(double eventsPerSecond, long events, Millis toConsumer, Millis toRelay) {}

    /**
     * H2: from the moment a message was due to be sent until it came out of a stream, all rounds together.
     *
     * @param serviceBytes memory (PSS) of the service while they were open
     * @param goal of the p99, in milliseconds: at most
     */
    public record Streams(int open, double deliveriesPerSecond, Millis latency, long serviceBytes, Goal goal) {}

    /** Bytes (PSS) by deployable, before anything was measured and after all. */
    public record Memory(Map<String, Long> before, Map<String, Long> after) {}

    /** C4: from the begin of the launcher, and from the infrastructure being up, to the last service being ready. */
    public record StartSeconds(double all, double applicationOnly) {}
}
