package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import kontor.testkit.KontorTest;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong looks the same: problem details that say what to do and nothing about us. */
@KontorTest(service = "sample")
class ProblemIT {

    private static final String JARS = "/api/v1/jars";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    ProblemIT(@LocalServerPort int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing-here, 404, not-found",
        "GET, /api/v1/jars/77777777, 404, not-found",
        "GET, /api/v1/jars/x, 400, invalid-field",
        "GET, /error, 404, not-found",
        "GET, /, 404, not-found",
        "DELETE, /api/v1/jars, 405, method-not-allowed",
        "PUT, /api/v1/jars/1, 405, method-not-allowed",
        "BREW, /api/v1/jars, 405, method-not-allowed",
        "GET, /api/v1//jars, 400, malformed-request",
        "GET, /api/v1/jars;a=b, 400, malformed-request",
        "GET, /api/v1/%2e%2e/jars, 400, malformed-request",
        "GET, /api/v1/jars%2F1, 400, malformed-request",
        "GET, /api/v1/jars%5C1, 400, malformed-request",
        "GET, /api/v1/jars/%00, 400, malformed-request",
        "GET, /api/v1/doors/echo?word=%F0%28, 400, malformed-request",
        "GET, /api/v1/doors/forgotten, 403, forbidden",
        "GET, /api/v1/doors/broken, 500, internal-error",
        "GET, /api/v1/doors/error, 500, internal-error",
        "GET, /api/v1/doors/busy, 429, too-many-requests",
        "GET, /api/v1/doors/token, 401, unauthenticated",
        "GET, /api/v1/doors/echo, 400, malformed-request",
        "GET, /api/v1/doors/echo?word=a&more=b, 400, unknown-parameter",
        "GET, /api/v1/doors/echo?word=%00, 400, malformed-request",
        "GET, /api/v1/doors/echo?word=a&count=1.0, 400, invalid-field",
    })
    void answersWithAProblem(String method, String path, int status, String code) throws Exception {
        HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, application/json, 415, unsupported-media-type",
        "application/xml, application/json, 415, unsupported-media-type",
        "application/x-www-form-urlencoded, application/json, 415, unsupported-media-type",
        "junk, application/json, 415, unsupported-media-type",
        "application/json, application/xml, 406, unsupported-media-type",
        "application/json, junk, 406, unsupported-media-type",
    })
    void refusesOtherMediaTypes(String type, String accept, int status, String code) throws Exception {
        HttpResponse<String> answer = send(request(JARS)
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));

        assertProblem(answer, status, code);
    }

    @Test
    void refusesACompressedBody() throws Exception {
        HttpResponse<String> answer = send(post("{}").header("Content-Encoding", "gzip"));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 5_000_000})
    void refusesABodyTooLargeWhetherAnnouncedOrNot(int size) throws Exception {
        byte[] body =
                ("{\"name\":\"" + "a".repeat(size - 11) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertProblem(send(post(BodyPublishers.ofByteArray(body))), 413, "too-large");
        assertProblem(send(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))), 413, "too-large");
    }

    @Test
    void readsABodyOfExactlyTheLimit() throws Exception {
        String body = "{\"name\":\"a\"}" + " ".repeat(256 * 1024 - 12);

        assertThat(send(post(BodyPublishers.ofByteArray(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(post(BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void tellsNothingOfAnUnexpectedErrorButAnIdToQuote() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/doors/broken")
                .header("X-Correlation-Id", "quote-me")
                .GET());

        assertThat(answer.body())
                .contains("quote-me")
                .doesNotContain("secret", "kontor.platform", "postgresql", "Exception", "at ");
    }

    @Test
    void givesEachAnswerACorrelationIdAndTakesASaneOne() throws Exception {
        assertThat(UUID.fromString(correlation(request("/api/v1/nothing-here"))))
                .isNotNull();
        assertThat(correlation(request("/api/v1/nothing-here").header("X-Correlation-Id", "a-b_c.1")))
                .isEqualTo("a-b_c.1");
        assertThat(correlation(request("/api/v1/nothing-here").header("X-Correlation-Id", "a b")))
                .isNotEqualTo("a b");
        assertThat(correlation(request("/api/v1/nothing-here").header("X-Correlation-Id", "x".repeat(65))))
                .hasSize(36);
    }

    @Test
    void storesNothingPrivateInCaches() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/doors/token")
                .header("Authorization", Tokens.stranger().bearer())
                .GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().map()).doesNotContainKey("Server");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"type\":\"/problems/" + code + "\"", "\"status\":" + status)
                .doesNotContain("springframework", "kontor.platform", "Exception", "trace", "timestamp");
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        if (status == 429) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("1200");
        }
    }

    private String correlation(HttpRequest.Builder request) throws Exception {
        return send(request.GET()).headers().firstValue("X-Correlation-Id").orElseThrow();
    }

    private HttpRequest.Builder post(String body) {
        return post(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder post(HttpRequest.BodyPublisher body) {
        return request(JARS).header("Content-Type", "application/json").POST(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
