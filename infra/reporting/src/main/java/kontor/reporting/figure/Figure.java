package kontor.reporting.figure;

import java.util.List;

/**
 * A named table of sums: columns that tell its rows apart, and columns that are added up. The name is for good, since
 * what is kept is kept under it; if the first key is a day or a month, it can be asked for by range.
 */
public record Figure(String name, List<String> keys, List<String> measures) {

    /** Between the parts of what something is kept under; stands in no key. */
    public static final String SEPARATOR = "\u001f";

    public Figure {
        if (name.isEmpty() || keys.isEmpty() || measures.isEmpty()) {
            throw new IllegalArgumentException("A figure has a name, keys and measures.");
        }
    }

    public static Figure of(String name) {
        return new Figure(name, List.of("-"), List.of("number"));
    }

    public Figure by(String... columns) {
        return new Figure(name, List.of(columns), measures);
    }

    public Figure measuring(String... columns) {
        return new Figure(name, keys, List.of(columns));
    }

    /** The row of this key; what is to be added to it is said next. */
    public Place at(Object... key) {
        if (key.length != keys.size()) {
            throw new IllegalArgumentException("%s is told apart by %s.".formatted(name, keys));
        }
        return new Place(this, List.of(key).stream().map(Object::toString).toList());
    }

    /** A row of a figure. */
    public record Place(Figure figure, List<String> key) {

        public Contribution adds(long... values) {
            return new Contribution(figure, key, values);
        }
    }
}
