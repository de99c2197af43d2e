package kontor.bench.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The middle of a few figures, which one disturbed round cannot move far. */
public final class Median {

    private Median() {}

    /** Not a number if there are none. */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static <T> double of(List<T> values, ToDoubleFunction<T> figure) {
        return of(values.stream().map(figure::applyAsDouble).toList());
    }

    /** The middle of the ratios of what was measured side by side, not the ratio of two middles. */
    public static List<Double> ratios(List<Round> ours, List<Round> yardstick, ToDoubleFunction<Round> figure) {
        return IntStream.range(0, Math.min(ours.size(), yardstick.size()))
                .mapToObj(round -> figure.applyAsDouble(ours.get(round)) / figure.applyAsDouble(yardstick.get(round)))
                .toList();
    }
}
