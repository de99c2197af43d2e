package kontor.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies that nothing takes, made from one that is good: the whole broken in every way, then field by field. */
final class BadBodies {

    /** A body and the only answer it may get. */
    record Bad(String body, int status, String code) {

        @Override
        public String toString() {
            return body.substring(0, Math.min(90, body.length()));
        }
    }

    /**
     * A field of a good body.
     *
     * @param good a value it may have, as JSON
     * @param isRequired whether it must not be null
     * @param bad values it must not have although they can be read
     * @param unreadable values that no text can hold
     */
    record Field(String name, String good, boolean isRequired, List<String> bad, List<String> unreadable) {

        static Field text(String name, String good, int max) {
            String tooLong = "\"" + "x".repeat(max + 1) + "\"";
            return new Field(
                    name,
                    "\"" + good + "\"",
                    false,
                    List.of("5", "true", "[]", "{}", "\"\"", "\" \\u2003\"", "\"a\\u0007b\"", "\"a\\nb\"", tooLong),
                    List.of("\"a\\u0000b\"", "\"\\ud800\""));
        }

        static Field flag(String name, boolean good) {
            return new Field(name, "" + good, false, List.of("\"true\"", "1", "0", "\"\"", "[true]", "{}"), List.of());
        }

        static Field number(String name, String good) {
            return new Field(
                    name,
                    good,
                    false,
                    List.of("\"5\"", "1.0", "1.5", "1e1", "true", "[1]", "{}", "9223372036854775808", "1e999999999"),
                    List.of());
        }

        static Field word(String name, String good) {
            return new Field(
                    name,
                    "\"" + good + "\"",
                    false,
                    List.of("\"OTHER\"", "\"" + good.toLowerCase(java.util.Locale.ROOT) + "\"", "\"\"", "0", "[]"),
                    List.of());
        }

        Field required() {
            return new Field(name, good, true, bad, unreadable);
        }

        Field nor(String... others) {
            return new Field(
                    name,
                    good,
                    isRequired,
                    Stream.concat(bad.stream(), Stream.of(others)).toList(),
                    unreadable);
        }
    }

    private BadBodies() {}

    static String good(List<Field> fields) {
        return fields.stream()
                .map(field -> "\"%s\": %s".formatted(field.name(), field.good()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** @param isPatch whether an absent field means that it stays as it is */
    static List<Bad> of(List<Field> fields, boolean isPatch) {
        List<Bad> all = new ArrayList<>(broken(good(fields), fields.getFirst()));
        for (Field field : fields) {
            field.bad().forEach(value -> all.add(new Bad(with(fields, field, value), 400, "invalid-field")));
            field.unreadable().forEach(value -> all.add(new Bad(with(fields, field, value), 400, "malformed-request")));
            if (field.isRequired()) {
                all.add(new Bad(with(fields, field, "null"), 400, "invalid-field"));
            }
            if (field.isRequired() && !isPatch) {
                all.add(new Bad(
                        good(fields.stream()
                                .filter(other -> !other.equals(field))
                                .toList()),
                        400,
                        "invalid-field"));
            }
        }
        return all;
    }

    private static List<Bad> broken(String good, Field first) {
        String open = good.substring(0, good.length() - 1);
        return List.of(
                new Bad("", 400, "malformed-request"),
                new Bad("{", 400, "malformed-request"),
                new Bad("[]", 400, "invalid-field"),
                new Bad("null", 400, "malformed-request"),
                new Bad(open, 400, "malformed-request"),
                new Bad(good + good, 400, "malformed-request"),
                new Bad(good + " x", 400, "malformed-request"),
                new Bad("nonsense", 400, "malformed-request"),
                new Bad("[".repeat(60) + "]".repeat(60), 400, "malformed-request"),
                new Bad(open + ", \"%s\": %s}".formatted(first.name(), first.good()), 400, "malformed-request"),
                new Bad(open + ", \"x\": 05}", 400, "malformed-request"),
                new Bad(open + ", \"x\": +5}", 400, "malformed-request"),
                new Bad(open + ", \"surprise\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"id\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"version\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"verified\": true}", 400, "unknown-field"),
                new Bad(open + ", \"credit\": {\"a\": [1, 2]}}", 400, "unknown-field"),
                new Bad(open + ", \"debtLimit\": null}", 400, "unknown-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large"));
    }

    static String with(List<Field> fields, Field one, String value) {
        return good(fields.stream()
                .map(field -> field.equals(one) ? new Field(field.name(), value, false, List.of(), List.of()) : field)
                .toList());
    }
}
