package kontor.gateway.problem;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ProblemPagesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Http http;
    private final Problems problems;

    ProblemPagesIT(@LocalServerPort int port, Problems problems) {
        this.http = new Http(port);
        this.problems = problems;
    }

    @Test
    void hasAPageForEveryProblem() {
        for (ProblemEntry entry : problems.all()) {
            HttpResponse<String> page =
                    http.send(http.to("/problems/" + entry.code()).header("Accept", BROWSER));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.body())
                    .contains("<code>" + entry.code() + "</code>")
                    .doesNotContain("<script");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/problem+json, application/json"})
    void tellsProgramsTheSameAsJson(String accept) {
        HttpResponse<String> one =
                http.send(http.to("/problems/too-many-requests").header("Accept", accept));

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(one.body()).contains("\"status\":429").contains("\"remedy\":");
        assertThat(http.get("/problems").body()).contains("\"code\":\"insufficient-credit\"");
    }

    @Test
    void listsAllForReaders() {
        HttpResponse<String> page = http.send(http.to("/problems").header("Accept", BROWSER));

        assertThat(page.body())
                .contains("href=\"/problems/insufficient-credit\"")
                .contains("<table>");
    }

    @Test
    void knowsNoOtherProblem() {
        assertProblem(http.get("/problems/nothing"), 404, "not-found");
        assertProblem(http.send(http.to("/problems/nothing").header("Accept", BROWSER)), 404, "not-found");
        assertProblem(
                http.send(http.to("/problems").method("POST", java.net.http.HttpRequest.BodyPublishers.noBody())),
                405,
                "method-not-allowed");
    }
}
