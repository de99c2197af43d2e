package kontor.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.ledger.BadInputIT.Bad;
import kontor.ledger.BadInputIT.Operation;
import kontor.ledger.importing.Imports;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.replenishment.Replenishments;
import kontor.ledger.stocktaking.Stocktakings;

/** What the field tables of single operations do not take. */
final class BadFields {

    private static final List<String> SWITCHED =
            List.of(Replenishments.LINES, Replenishments.COLLECTIONS, Stocktakings.PATH, Invoices.PAYMENTS);

    private BadFields() {}

    /** Empty for an operation that is dealt with elsewhere. */
    static Optional<Stream<Bad>> of(Operation operation) {
        if (operation.path().equals(Replenishments.COLLECTIONS)) {
            return Optional.of(ofCollection(operation.good()));
        }
        if (operation.path().equals(Imports.PATH)) {
            return Optional.of(BadFacts.of(operation.good()));
        }
        if (operation.path().equals(Stocktakings.PATH)) {
            return Optional.of(ofStocktaking(operation.good()));
        }
        if (operation.path().startsWith(Invoices.RECEIVABLES)) {
            return Optional.of(ofPayment(operation.good()));
        }
        if (SWITCHED.stream().anyMatch(operation.path()::startsWith)) {
            return Optional.of(ofSwitch());
        }
        return Optional.empty();
    }

    private static Stream<Bad> ofStocktaking(String good) {
        String line = good.substring(good.indexOf('[') + 1, good.indexOf(']'));
        return Stream.of(
                        good.replace(line, ""),
                        good.replace("[" + line + "]", "null"),
                        good.replace(line, "null"),
                        good.replace(line, "{\"productId\":1,\"count\":1},".repeat(5_000) + line),
                        good.replace("\"count\": 2", "\"count\": -1"),
                        good.replace("\"count\": 2", "\"count\": 1000001"),
                        good.replace("\"count\": 2", "\"count\": 1.0"),
                        good.replace("\"count\": 2", "\"count\": null"),
                        good.replace("true", "\"true\""),
                        good.replace("true", "1"),
                        good.replace("00Z", "00"))
                .map(body -> new Bad(body, 400, "invalid-field"));
    }

    private static Stream<Bad> ofPayment(String good) {
        Stream<String> invalid = Stream.of(
                good.replace(": 5,", ": 0,"),
                good.replace(": 5,", ": 10000000000,"),
                good.replace(": 5,", ": -10000000000,"),
                good.replace(": 5,", ": 5.0,"),
                good.replace(": 5,", ": \"5\","),
                good.replace(": 5,", ": null,"),
                good.replace("2020-05-20", "2020-02-30"),
                good.replace("2020-05-20", "2020-05-20T10:00:00Z"),
                good.replace("2020-05-20", "20.5.2020"),
                good.replace("2020-05-20", "12020-05-20"),
                good.replace("\"2020-05-20\"", "20200520"),
                good.replace("\"2020-05-20\"", "null"),
                good.replace("wire", "w".repeat(65)),
                good.replace("wire", " "),
                good.replace("wire", "a\\u0007b"),
                good.replace("\"wire\"", "5"));
        Stream<String> unknown = Stream.of(
                good.replace("{", "{\"revoked\": false, "),
                good.replace("{", "{\"customerId\": 1, "),
                good.replace("{", "{\"at\": \"2020-05-20T10:00:00Z\", "));
        return Stream.concat(
                invalid.map(body -> new Bad(body, 400, "invalid-field")),
                unknown.map(body -> new Bad(body, 400, "unknown-field")));
    }

    private static Stream<Bad> ofSwitch() {
        return Stream.of("null", "\"true\"", "1", "[]", "{}")
                .map(value -> new Bad("{\"revoked\": %s}".formatted(value), 400, "invalid-field"));
    }

    private static Stream<Bad> ofCollection(String good) {
        String line = good.substring(good.indexOf('[') + 1, good.indexOf(']'));
        Stream<String> invalid = Stream.of(
                good.replace(line, ""),
                good.replace("[" + line + "]", "null"),
                good.replace("[" + line + "]", line),
                good.replace(line, "null"),
                good.replace(line, (line + ",").repeat(500) + line),
                good.replace("\"amount\": 2", "\"amount\": 0"),
                good.replace("\"amount\": 2", "\"amount\": -1"),
                good.replace("\"amount\": 2", "\"amount\": 10001"),
                good.replace("\"amount\": 2", "\"amount\": 2.0"),
                good.replace("\"amount\": 2", "\"amount\": \"2\""),
                good.replace("\"amount\": 2", "\"amount\": null"),
                good.replace("Minor\": 5", "Minor\": 10000000000"),
                good.replace("Minor\": 5", "Minor\": -10000000000"),
                good.replace("Minor\": 5", "Minor\": 0.5"),
                good.replace("Minor\": 5", "Minor\": null"),
                good.replace("market", "m".repeat(65)),
                good.replace("market", " "),
                good.replace("\"market\"", "null"),
                good.replace("00Z", "00"),
                good.replace("05-04T", "02-30T"),
                good.replaceAll("[0-9a-f-]{36}", "ben"));
        Stream<String> unknown = Stream.of(
                good.replace("{\"productId\"", "{\"revoked\": false, \"productId\""),
                good.replace("\"comment\"", "\"priceMinor\": 5, \"comment\""));
        return Stream.concat(
                invalid.map(body -> new Bad(body, 400, "invalid-field")),
                unknown.map(body -> new Bad(body, 400, "unknown-field")));
    }
}
