package kontor.reporting.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What one subject adds to one row of a figure, a value for each measure: minor units, pieces, numbers. */
public record Contribution(Figure figure, List<String> key, List<Long> values) {

    public Contribution(Figure figure, List<String> key, long... values) {
        this(figure, key, Arrays.stream(values).boxed().toList());
    }

    public Contribution {
        if (values.size() != figure.measures().size()) {
            throw new IllegalArgumentException("%s adds up %s.".formatted(figure.name(), figure.measures()));
        }
        if (key.stream().anyMatch(part -> part.contains(Figure.SEPARATOR))) {
            throw new IllegalArgumentException("A key of %s holds a separator.".formatted(figure.name()));
        }
    }

    /** Where its sum is kept. */
    public String place() {
        return String.join(
                Figure.SEPARATOR,
                Stream.concat(Stream.of(figure.name()), key.stream()).toList());
    }
}
