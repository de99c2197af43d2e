package kontor.invoice;

import java.util.stream.Stream;
import kontor.invoice.BadInputIT.Bad;
import kontor.invoice.BadInputIT.Operation;

/** What the field tables of single operations do not take. */
final class BadFields {

    /** A reason to cancel that is taken. */
    static final String REASON = "\"reason\": \"x\"";

    private BadFields() {}

    static Stream<Bad> of(Operation operation) {
        String good = operation.good();
        if (operation.path().contains("issuers")) {
            return ofIssuer(good);
        }
        String number = good.replaceAll(".*?(\\d+).*", "$1");
        Stream<String> numbers = Stream.of(
                        "1.5", "1e3", "\"" + number + "\"", "true", "[1]", "{}", "99999999999999999999", "1.0")
                .map(bad -> good.replaceFirst(number, bad));
        return operation.path().endsWith("invoices")
                ? Stream.concat(numbers, ofWish(good, number)).map(Bad::field)
                : Stream.concat(numbers.map(Bad::field), ofCancellation(good, number));
    }

    private static Stream<String> ofWish(String good, String number) {
        return Stream.concat(
                Stream.of("{}", good.replaceFirst(number, "null")),
                Stream.of(
                                "\"2026-04-01T00:00:00Z\"",
                                "\"2026-02-30\"",
                                "\"2026-4-1\"",
                                "\"1.4.2026\"",
                                "20260401",
                                "\"\"",
                                "\"+12026-04-01\"",
                                "[\"2026-04-01\"]",
                                "true")
                        .map(date -> good.replace("\"2026-04-01\"", date)));
    }

    private static Stream<Bad> ofCancellation(String good, String number) {
        Stream<Bad> reasons = Stream.of(
                        "null",
                        "\"\"",
                        "\"  \"",
                        "\"\\u200b\"",
                        "5",
                        "\"a\\u0007b\"",
                        "\"a\\nb\"",
                        "[\"x\"]",
                        "\"" + "x".repeat(201) + "\"")
                .map(reason -> Bad.field(good.replace("\"x\"", reason)));
        Stream<Bad> names = Stream.of(
                        "",
                        "\"customerName\": \"Cleo\", ",
                        "\"orderId\": 5, ",
                        "\"invoiceId\": %s, \"customerName\": \"Cleo\", \"orderId\": 5, ".formatted(number),
                        "\"invoiceId\": %s, \"orderId\": 5, ".formatted(number),
                        "\"invoiceId\": 0, ",
                        "\"invoiceId\": -1, ",
                        "\"customerName\": \"Nobody\", \"orderId\": 5, ")
                .map(name -> new Bad("{" + name + REASON + "}", 422, "unknown-reference"));
        return Stream.of(
                        reasons,
                        names,
                        Stream.of(
                                Bad.field("{}"),
                                Bad.field("{\"customerName\": \"%s\", \"orderId\": 5, %s}"
                                        .formatted("x".repeat(51), REASON)),
                                new Bad(good.replace("\"x\"", "\"a\\u0000b\""), 400, "malformed-request"),
                                new Bad(good.replace("\"x\"", "\"\\ud800\""), 400, "malformed-request")))
                .flatMap(bads -> bads);
    }

    private static Stream<Bad> ofIssuer(String good) {
        Stream<Bad> texts = Stream.of("Kontor Shop Ltd.", "1119", "Budapest", "Main street 23", "15684995-2-32")
                .flatMap(text -> Stream.of("", " ", "x".repeat(51), "a\\u0001")
                        .map(bad -> Bad.field(good.replace("\"" + text + "\"", "\"" + bad + "\""))));
        Stream<Bad> others = Stream.of("null", "5", "{}", "\"hu\"", "\"XX\"", "\"HUN\"")
                .map(bad -> Bad.field(good.replaceAll("\"(HU|AT)\"", bad)));
        String open = good.substring(0, good.length() - 1);
        Stream<Bad> times = Stream.of("\"2026-05-04T10:00:00\"", "\"2026-05-04\"", "5", "\"2026-02-30T10:00:00Z\"")
                .map(bad -> Bad.field(open + ", \"validFrom\": " + bad + "}"));
        Stream<Bad> order = Stream.of(new Bad(open + ", \"validFrom\": \"2020-01-01T00:00:00Z\"}", 422, "wrong-order"));
        return Stream.of(texts, others, times, order).flatMap(bads -> bads);
    }
}
