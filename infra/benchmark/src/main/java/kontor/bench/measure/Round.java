package kontor.bench.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kontor.bench.machine.Usage;

/** A run together with what it cost. */
public record Round(Outcome outcome, Usage usage) {

    /** CPU time per successful operation, by part of the shop. */
    public Map<String, Double> microsPerOperation() {
        Map<String, Double> micros = new TreeMap<>();
        usage.micros().forEach((part, used) -> micros.put(part, (double) used / Math.max(1, outcome.done())));
        return micros;
    }

    /** The parts that cost most, for a line of progress. */
    public String largestParts() {
        return microsPerOperation().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(4)
                .map(part -> "%s %.0f".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** CPU time per successful operation of all parts together. */
    public double totalMicros() {
        return (double) usage.totalMicros() / Math.max(1, outcome.done());
    }

    /** CPU time per successful operation of some parts. */
    public double microsOf(Predicate<String> parts) {
        return microsPerOperation().entrySet().stream()
                .filter(part -> parts.test(part.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
