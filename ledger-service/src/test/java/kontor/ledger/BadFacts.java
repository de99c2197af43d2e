package kontor.ledger;

import java.util.stream.Stream;
import kontor.ledger.BadInputIT.Bad;

/** What the field tables of the facts of another shop do not take. */
final class BadFacts {

    private BadFacts() {}

    /** Made of a request with one fact of each kind. */
    static Stream<Bad> of(String good) {
        Stream<Bad> invalid = Stream.of(
                        ofTheRequest(good),
                        ofAllKinds(good),
                        ofDepositsAndPurchases(good),
                        ofLines(good),
                        ofSwitches(good))
                .flatMap(bodies -> bodies)
                .map(body -> new Bad(body, 400, "invalid-field"));
        return Stream.concat(invalid, unknown(good));
    }

    /** Fields that are no fields of the kind, although others have them. */
    private static Stream<Bad> unknown(String good) {
        return Stream.of(
                        good.replaceFirst("\"amountMinor\"", "\"revoked\": false, \"amountMinor\""),
                        good.replaceFirst("\"productId\"", "\"totalMinor\": 1, \"productId\""),
                        good.replaceFirst("\"lines\": \\[\\{", "\"lines\": [{\"count\": 1, "),
                        good.replaceFirst("\"depositExternalId\"", "\"comment\": \"x\", \"depositExternalId\""),
                        good.replaceFirst("\"actorId\"", "\"byAdminId\""))
                .map(body -> new Bad(body, 400, "unknown-field"));
    }

    private static Stream<String> ofTheRequest(String good) {
        String facts = good.substring(good.indexOf('['), good.length() - 1);
        String deposit = facts.substring(1, facts.indexOf('}') + 1);
        return Stream.of(
                good.replace("community", "retail"),
                good.replace("community", ""),
                good.replace("\"community\"", "null"),
                good.replace("\"community\"", "5"),
                good.replace(facts, "null"),
                good.replace(facts, "{}"),
                good.replace(facts, "[]"),
                good.replace(facts, "[null]"),
                good.replace(facts, "[5]"),
                good.replace(facts, "[\"DEPOSIT\"]"),
                good.replace(facts, "[[]]"),
                good.replace(facts, "[[\"DEPOSIT\", " + deposit + "]]"),
                good.replace(facts, "[" + (deposit + ",").repeat(500) + deposit + "]"));
    }

    private static Stream<String> ofAllKinds(String good) {
        return Stream.of(
                good.replaceFirst("DEPOSIT", "deposit"),
                good.replaceFirst("DEPOSIT", "MARKET"),
                good.replaceFirst("DEPOSIT", ""),
                good.replaceFirst("\"DEPOSIT\"", "null"),
                good.replaceFirst("\"DEPOSIT\"", "5"),
                good.replaceFirst("\"DEPOSIT\"", "{\"a\": [1]}"),
                good.replaceFirst("\"DEPOSIT\"", "[\"DEPOSIT\"]"),
                good.replaceFirst("\"kind\": \"DEPOSIT\", ", ""),
                good.replaceFirst("\"externalId\": \"\\d+\"", "\"externalId\": 5"),
                good.replaceFirst("\"externalId\": \"\\d+\"", "\"externalId\": \" \""),
                good.replaceFirst("\"externalId\": \"\\d+\"", "\"externalId\": \"" + "x".repeat(41) + "\""),
                good.replaceFirst("\"externalId\": \"\\d+\", ", ""),
                good.replaceFirst("00Z", "00"),
                good.replaceFirst("05-04T", "02-30T"),
                good.replaceFirst("\"2019-[^\"]+\"", "1556964000"),
                good.replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "ben"),
                good.replaceFirst("\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "null"));
    }

    private static Stream<String> ofDepositsAndPurchases(String good) {
        return Stream.of(
                good.replace("\"amountMinor\": 5000", "\"amountMinor\": 0"),
                good.replace("\"amountMinor\": 5000", "\"amountMinor\": 1000000001"),
                good.replace("\"amountMinor\": 5000", "\"amountMinor\": -1000000001"),
                good.replace("\"amountMinor\": 5000", "\"amountMinor\": 5.5"),
                good.replace("\"amountMinor\": 5000", "\"amountMinor\": \"5\""),
                good.replace("\"cash\"", "\"" + "x".repeat(65) + "\""),
                good.replace("\"cash\"", "\"\""),
                good.replace("\"amount\": 2, \"unitPriceMinor\"", "\"amount\": 0, \"unitPriceMinor\""),
                good.replace("\"amount\": 2, \"unitPriceMinor\"", "\"amount\": 10001, \"unitPriceMinor\""),
                good.replace("\"amount\": 2, \"unitPriceMinor\"", "\"amount\": 2.0, \"unitPriceMinor\""),
                good.replace("\"unitPriceMinor\": 150", "\"unitPriceMinor\": 10000000000"),
                good.replace("\"unitPriceMinor\": 150", "\"unitPriceMinor\": null"));
    }

    private static Stream<String> ofLines(String good) {
        String replenished = good.substring(good.indexOf("\"lines\": [") + 9);
        String brought = replenished.substring(0, replenished.indexOf(']') + 1);
        String stocktaken = replenished.substring(replenished.indexOf("\"lines\": [") + 9);
        String counted = stocktaken.substring(0, stocktaken.indexOf(']') + 1);
        String line = "{\"externalId\":\"1\",\"productId\":1,\"count\":1}";
        return Stream.of(
                good.replace(brought, "[]"),
                good.replace(brought, "null"),
                good.replace(brought, "[null]"),
                good.replace(brought, "7"),
                good.replace(
                        brought,
                        "[" + (brought.substring(1, brought.length() - 1) + ",").repeat(500) + brought.substring(1)),
                good.replace(brought, brought.replace("\"amount\": 2", "\"amount\": 0")),
                good.replace("\"totalPriceMinor\": 700", "\"totalPriceMinor\": -10000000000"),
                good.replace(counted, "[]"),
                good.replace(counted, "[" + (line + ",").repeat(5_000) + line + "]"),
                good.replace("\"count\": 7", "\"count\": -1"),
                good.replace("\"count\": 7", "\"count\": 1000001"),
                good.replace("\"count\": 7", "\"count\": true"));
    }

    private static Stream<String> ofSwitches(String good) {
        return Stream.of(
                good.replaceFirst("\"revoked\": true", "\"revoked\": \"true\""),
                good.replaceFirst("\"revoked\": true", "\"revoked\": null"),
                good.replaceFirst("\"revoked\": true, ", ""),
                good.replaceFirst("\"depositExternalId\": \"\\d+\"", "\"depositExternalId\": 5"),
                good.replaceFirst("\"lineExternalId\": \"\\d+\"", "\"lineExternalId\": \"\""));
    }
}
