package kontor.gateway.door;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.RawHttp;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "kontor.gateway.cors.origins=https://shop.example, http://localhost:5173")
class DoorIT {

    private final int port;
    private final Http http;

    DoorIT(@LocalServerPort int port) {
        this.port = port;
        this.http = new Http(port);
    }

    @Test
    void takesAnAddressOfEightKilobytesAndNoMore() {
        String path = "/api/v1/products?name=";

        assertThat(http.get(path + "x".repeat(8192 - path.length())).statusCode())
                .isEqualTo(200);
        assertProblem(http.get(path + "x".repeat(8193 - path.length())), 414, "too-large");
        assertProblem(http.get(path + "x".repeat(20_000)), 414, "too-large");
    }

    @Test
    void takesHeadersOfSixteenKilobytesAndNoMore() {
        assertThat(http.send(http.to("/api/v1/products").header("X-Pad", "x".repeat(15_000)))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(http.send(http.to("/api/v1/products").header("X-Pad", "x".repeat(17_000))), 431, "too-large");
    }

    @Test
    void takesAHundredHeadersAndNoMore() {
        var many = http.to("/api/v1/products");
        for (int i = 0; i < 101; i++) {
            many.header("X-" + i, "y");
        }

        assertProblem(http.send(many), 431, "too-large");
    }

    @Test
    void takesABodyOfTheLimitAndNoMore() {
        byte[] fits = new byte[256 * 1024];
        byte[] exceeds = new byte[256 * 1024 + 1];

        assertThat(http.send(http.to("/api/v1/members").POST(BodyPublishers.ofByteArray(fits)))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                http.send(http.to("/api/v1/members").POST(BodyPublishers.ofByteArray(exceeds))), 413, "too-large");
    }

    @Test
    void countsABodyThatDoesNotTellItsLength() {
        Supplier<java.io.InputStream> exceeds = () -> new java.io.ByteArrayInputStream(new byte[300 * 1024]);
        Supplier<java.io.InputStream> fits = () -> new java.io.ByteArrayInputStream(new byte[200 * 1024]);

        assertProblem(
                http.send(http.to("/api/v1/members").POST(BodyPublishers.ofInputStream(exceeds))), 413, "too-large");
        assertThat(http.send(http.to("/api/v1/members").POST(BodyPublishers.ofInputStream(fits)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesLargerBodiesWhereFilesAreUploaded() {
        byte[] file = new byte[5 * 1024 * 1024 + 500]; // with its form
        byte[] exceeds = new byte[6 * 1024 * 1024];

        assertThat(http.send(http.signedInTo("/api/v1/uploads").POST(BodyPublishers.ofByteArray(file)))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                http.send(http.signedInTo("/api/v1/uploads").POST(BodyPublishers.ofByteArray(exceeds))),
                413,
                "too-large");
    }

    @Test
    void refusesCompressedBodies() {
        HttpResponse<String> answer = http.send(
                http.to("/api/v1/members").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("x")));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "BREW", "PROPFIND", "get"})
    void refusesOtherVerbs(String verb) {
        HttpResponse<String> answer = http.send(http.to("/api/v1/products").method(verb, BodyPublishers.noBody()));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../v1/members",
                "/api/v1/products/../members",
                "/api/v1/products/..",
                "/api/v1/./members",
                "/api/v1/products/%2e%2e/members",
                "/api/v1/products/%252e%252e/members",
                "/api/v1/products%2f..%2fmembers",
                "/api/v1/products/..%5cmembers",
                "/api/v1/products/..;/members",
                "/api/v1/products;jsessionid=1",
                "/api/v1//members",
                "//api/v1/members",
                "/api/v1/%6dembers",
                "/api/v1/members%00",
                "/api/v1/members%0d%0aX:y",
                "/actuator%2fhealth",
                "/%61ctuator",
            })
    void refusesPathsThatCouldBeReadInTwoWays(String path) {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection
                    .lines("GET " + path + " HTTP/1.1\nHost: a\nConnection: close\n\n")
                    .read();

            assertThat(answer.statuses()).as(answer.text()).containsExactly(400);
            assertThat(answer.text()).contains("/problems/malformed-request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/members\\..\\ranks", "/api/v1/mem bers", "/api/v1/{x}", "/api/v1/é", "/a#b", "/a|b"})
    void refusesPathsWithCharactersThatDoNotBelongThere(String path) {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection
                    .lines("GET " + path + " HTTP/1.1\nHost: a\nConnection: close\n\n")
                    .read();

            assertThat(answer.statuses()).as(answer.text()).containsExactly(400);
        }
    }

    @Test
    void refusesProtocolUpgrades() {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection.lines("""
                    GET /api/v1/products HTTP/1.1
                    Host: a
                    Connection: Upgrade, close
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                    """).read();

            assertThat(answer.statuses()).containsExactly(400);
        }
    }

    @Test
    void letsListedOriginsReadAnswers() {
        String path = "/api/v1/deposits";

        HttpResponse<String> preflight = http.send(http.to(path)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> call = http.send(http.signedInTo(path).header("Origin", "https://shop.example"));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://shop.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "https://shop.example.evil.example", "http://shop.example", "*"})
    void refusesOtherOrigins(String origin) {
        String path = "/api/v1/deposits/" + UUID.randomUUID();

        HttpResponse<String> call = http.send(http.signedInTo(path).header("Origin", origin));

        assertProblem(call, 403, "forbidden");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Shop.service("ledger").seenAt(path)).isEmpty();
    }
}
