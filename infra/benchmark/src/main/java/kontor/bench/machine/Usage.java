package kontor.bench.machine;

import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time between two moments.
 *
 * @param micros by part of the shop; the load generator is one
 * @param strangersMicros of everything else on the machine, which is noise
 * @param wallMicros what passed meanwhile
 */
public record Usage(Map<String, Long> micros, long strangersMicros, long wallMicros) {

    public long totalMicros() {
        return micros.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many cores strangers kept busy. */
    public double strangers() {
        return (double) strangersMicros / Math.max(1, wallMicros);
    }

    /** How many cores the shop and the load generator kept busy. */
    public double cores() {
        return (double) totalMicros() / Math.max(1, wallMicros);
    }

    static Usage between(Snapshot begin, Snapshot end) {
        Map<String, Long> micros = new TreeMap<>();
        end.micros()
                .forEach((part, used) ->
                        micros.put(part, Math.max(0, used - begin.micros().getOrDefault(part, used))));
        long own = micros.values().stream().mapToLong(Long::longValue).sum();
        long busy = end.machineMicros() - begin.machineMicros();
        return new Usage(micros, Math.max(0, busy - own), (end.nanos() - begin.nanos()) / 1000);
    }

    /** What was used up to a moment. */
    record Snapshot(Map<String, Long> micros, long machineMicros, long nanos) {}
}
