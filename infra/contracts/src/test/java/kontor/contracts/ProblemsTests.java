package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** There is one page for each problem code, with everything a caller needs to know. */
class ProblemsTests {

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, """
                    malformed-request invalid-field unknown-field unknown-parameter invalid-cursor
                    idempotency-key-missing
                    """),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, """
                    forbidden forbidden-field not-verified member-inactive admin-claim-closed
                    entered-by-admin second-admin-required own-ticket level-too-low
                    """),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(409, """
                    duplicate already-in-state not-allowed-in-state action-in-progress request-in-progress
                    already-verified last-admin last-tag main-site in-use price-changed already-assigned
                    already-evaluated refund-limit order-not-ready invoice-exists issuer-in-use
                    conversation-closed
                    """),
            Map.entry(412, "version-mismatch"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, """
                    unknown-reference idempotency-key-reused amount-out-of-range in-future wrong-order
                    insufficient-credit member-not-verified member-not-active system-member log-in-required
                    product-inactive product-not-for-sale not-revocable stocktaking-incomplete
                    stocktaking-revoked untracked-product category-cycle bad-description bad-image stock-short
                    listing-short listing-incomplete listing-not-active own-listing mixed-sellers seller-unavailable
                    tariff-unfit tracking-required payment-out-of-range empty-message
                    """),
            Map.entry(428, "if-match-required"),
            Map.entry(429, "too-many-requests"),
            Map.entry(500, "internal-error"),
            Map.entry(503, "maintenance unavailable"));

    @Test
    void describeEveryCodeOnce() {
        assertThat(problems())
                .extracting(problem -> problem.required("status").intValue() + " "
                        + problem.required("code").stringValue())
                .containsExactlyInAnyOrderElementsOf(codes().toList());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void sayWhatHappenedWhatToDoAndWhoMayRetry(JsonNode problem) {
        assertThat(problem.propertyNames()).containsExactly("code", "status", "title", "meaning", "remedy", "retry");
        assertThat(problem.required("title").stringValue())
                .hasSizeBetween(5, 60)
                .doesNotEndWith(".");
        assertThat(Stream.of("meaning", "remedy", "retry")
                        .map(field -> problem.required(field).stringValue()))
                .allMatch(text -> text.matches("[A-Z].{5,400}\\."));
    }

    /** Two codes with the same text would be one code. */
    @Test
    void differFromEachOther() {
        assertThat(problems())
                .extracting(problem -> problem.required("title").stringValue())
                .doesNotHaveDuplicates();
        assertThat(problems())
                .extracting(problem -> problem.required("meaning").stringValue())
                .doesNotHaveDuplicates();
    }

    private static Stream<String> codes() {
        return CODES.entrySet().stream()
                .flatMap(status -> Arrays.stream(status.getValue().strip().split("\\s+"))
                        .map(code -> status.getKey() + " " + code));
    }

    static Stream<JsonNode> problems() {
        return Contracts.yaml("problems.yaml").valueStream();
    }
}
