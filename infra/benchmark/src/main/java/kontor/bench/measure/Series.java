package kontor.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kontor.bench.machine.Usage;
import org.HdrHistogram.Histogram;

/** All measured rounds of one contestant, and how it warmed up. */
public record Series(String name, int warmUps, boolean stoodStill, List<Round> rounds) {

    public double perSecond() {
        return Median.of(rounds, round -> round.outcome().perSecond());
    }

    public double totalMicros() {
        return Median.of(rounds, Round::totalMicros);
    }

    /** CPU time per operation by part, each the median of its rounds. */
    public SortedMap<String, Double> microsPerOperation() {
        TreeSet<String> parts = new TreeSet<>();
        rounds.forEach(round -> parts.addAll(round.usage().micros().keySet()));
        SortedMap<String, Double> medians = new TreeMap<>();
        parts.forEach(part -> medians.put(
                part, Median.of(rounds, round -> round.microsPerOperation().getOrDefault(part, 0.0))));
        return medians;
    }

    /** Of all rounds together. */
    public Histogram latencies() {
        Histogram all = Outcome.emptyHistogram();
        rounds.forEach(round -> all.add(round.outcome().latencies()));
        return all;
    }

    public SortedMap<String, Long> errors() {
        SortedMap<String, Long> all = new TreeMap<>();
        rounds.forEach(round -> round.outcome().errors().forEach((error, count) -> all.merge(error, count, Long::sum)));
        return all;
    }

    /** Cores that others on the machine kept busy meanwhile. */
    public double strangers() {
        return Median.of(rounds.stream().map(Round::usage).map(Usage::strangers).toList());
    }

    /** Ours to the yardstick, round by round. */
    public List<Double> ratiosTo(Series yardstick) {
        return Median.ratios(
                rounds, yardstick.rounds(), round -> round.outcome().perSecond());
    }

    /** The yardstick's CPU time to ours, round by round: above 1 is cheaper than the yardstick. */
    public List<Double> cpuRatiosTo(Series yardstick) {
        return Median.ratios(yardstick.rounds(), rounds, Round::totalMicros);
    }

    /** The same of some parts alone. */
    public List<Double> cpuRatiosTo(Series yardstick, Predicate<String> parts) {
        return Median.ratios(yardstick.rounds(), rounds, round -> round.microsOf(parts));
    }

    public static Series collecting(String name, WarmUp warmUp) {
        return new Series(name, warmUp.runs(), warmUp.stoodStill(), new ArrayList<>());
    }
}
