package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service tells: in its log nothing secret (INV-38), in its OpenAPI document everything a caller needs. */
@KontorTest(service = "sample")
@ExtendWith(OutputCaptureExtension.class)
class DisclosureIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;
    private final Jars jars;

    DisclosureIT(RestTestClient http, TestDatabase database) {
        this.http = http;
        this.jars = new Jars(http, database);
    }

    @Test
    void logsNoTokenNoKeyAndNoBodyWhateverGoesWrong(CapturedOutput output) {
        List<String> secrets =
                new ArrayList<>(BadTokens.of(UUID.randomUUID().toString()).values());
        secrets.add(Tokens.stranger().signed());
        for (String token : secrets) {
            knock("token", token);
            knock("broken", token);
            knock("echo?word=" + token, token);
        }
        String mark = "mark-" + UUID.randomUUID();
        jars.slow(Tokens.stranger().bearer(), mark, "?breaks=true");
        jars.create(mark, mark + "\\ud800");
        jars.create(mark, mark + "\" and no JSON");
        knock("broken?" + mark, Tokens.stranger().signed());

        assertThat(output.getOut()).contains("Failed: GET /api/v1/doors/broken", "Failed: POST /api/v1/doors/slow");
        assertThat(output.getAll()).doesNotContain(mark);
        for (String token : secrets) {
            String signature = token.substring(token.lastIndexOf('.') + 1);
            assertThat(output.getAll()).doesNotContain(token);
            assertThat(signature.isEmpty() || !output.getAll().contains(signature))
                    .isTrue();
        }
    }

    @Test
    void logsOneStructuredEntryPerLine(CapturedOutput output) {
        jars.get("/api/v1/doors/broken%0aERROR%20forged", Tokens.stranger().bearer(), "*/*");
        http.get()
                .uri("/api/v1/doors/broken")
                .header("X-Correlation-Id", "find-me")
                .exchange();

        List<JsonNode> failures = output.getOut()
                .lines()
                .map(JSON::readTree)
                .filter(entry -> "find-me".equals(entry.path("correlationId").asString("")))
                .toList();
        assertThat(failures).singleElement().satisfies(entry -> {
            assertThat(entry.path("log").path("level").asString()).isEqualTo("ERROR");
            assertThat(entry.path("service").path("name").asString()).isEqualTo("sample-service");
            assertThat(entry.path("error").path("stack_trace").asString()).contains("IllegalStateException");
            assertThat(entry.path("trace.id").asString()).hasSize(32);
        });
    }

    @Test
    void documentsAccessKeysConditionsListsAndProblems() {
        ExchangeResult answer = http.get().uri("/v3/api-docs").exchange().returnResult();
        JsonNode document = JSON.readTree(Jars.body(answer));

        JsonNode fill = document.at("/paths/~1api~1v1~1jars~1{id}~1fillings/post");
        assertThat(fill.path("x-access").toString()).isEqualTo("[\"MEMBER\",\"KIOSK\"]");
        assertThat(fill.path("security").toString()).contains("bearer");
        assertThat(names(fill)).contains("Idempotency-Key").doesNotContain("caller");
        assertThat(fill.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        JsonNode patch = document.at("/paths/~1api~1v1~1jars~1{id}/patch");
        assertThat(names(patch)).contains("If-Match");
        JsonNode list = document.at("/paths/~1api~1v1~1jars/get");
        assertThat(names(list)).contains("name", "from", "limit", "cursor", "sort", "count");
        assertThat(document.at("/paths/~1api~1v1~1jars/post").has("security")).isFalse();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
    }

    private static List<String> names(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private void knock(String door, String token) {
        http.get()
                .uri("/api/v1/doors/" + door)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
