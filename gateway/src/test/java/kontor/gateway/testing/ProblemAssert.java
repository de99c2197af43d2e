package kontor.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every refusal of the gateway looks like. */
public final class ProblemAssert {

    private ProblemAssert() {}

    public static JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.get("type").stringValue()).isEqualTo("/problems/" + code);
        assertThat(body.get("code").stringValue()).isEqualTo(code);
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("title").stringValue()).isNotBlank().isNotEqualTo(code);
        assertThat(body.get("detail").stringValue()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .hasValue(body.get("correlationId").stringValue());
        return body;
    }
}
