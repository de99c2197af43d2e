package kontor.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run of {@code infra/bench shelf} found, as it is kept in JSON.
 *
 * @param runs one for each contestant
 * @param ratios P1, P2, P3 with the value of each round
 * @param startSeconds of the newest start of the shop, unless a part was started again
 */
public record Figures(
        Setting setting,
        List<Run> runs,
        List<Ratio> ratios,
        Optional<OpenLoop> atHalfOfMaximum,
        Optional<Lag> eventLag,
        Memory memory,
        Optional<StartSeconds> startSeconds) {

    /** What was measured, on what, how. */
    public record Setting(
            Instant at,
            String commit,
            String machine,
            int secondsPerRun,
            int rounds,
            int members,
            int connections,
            long purchasesBefore) {}

    /**
     * Medians of the rounds; latencies and errors of all of them.
     *
     * @param strangersCores cores that programs outside the shop kept busy: noise
     * @param unsentAtEnd events that had not left when the last purchase was answered
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

    /** A figure of {@code performance.md}; by CPU: the yardstick's microseconds per operation to ours. */
    public record Ratio(
            String goal, String what, List<Double> byRound, double median, double byCpu, double pass, double aim) {}

    /** Latency at a fixed rate of arrivals, from the moment each was due. */
    public record OpenLoop(double perSecond, long done, Map<String, Long> errors, Millis latency) {}

    /**
     * O1: from commit to consumer, and the part of it until the relay sent the event.
     *
     * @param eventsPerSecond all events of the ledger, of which a purchase has two
     */
    public record Lag(double eventsPerSecond, long events, Millis toConsumer, Millis toRelay) {}

    /** Bytes (PSS) by deployable, before anything was measured and after all. */
    public record Memory(Map<String, Long> before, Map<String, Long> after) {}

    /** C4: from the launcher's begin, and from PostgreSQL and Kafka being ready, to the last service being ready. */
    public record StartSeconds(double all, double applicationOnly) {}
}
