package kontor.gateway.docs;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class DocsIT {

    private static final Pattern PARTS = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css))\"");

    private final Http http;

    DocsIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @Test
    void showsSwaggerUiFromFilesOfItsOwn() {
        HttpResponse<String> page = http.get("/swagger-ui.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("http");
        List<String> parts = PARTS.matcher(page.body())
                .results()
                .map((MatchResult part) -> part.group(1))
                .toList();
        assertThat(parts).hasSize(4);
        for (String part : parts) {
            assertThat(http.get(part).statusCode()).as(part).isEqualTo(200);
        }
        assertProblem(http.get("/swagger-ui/nothing.js"), 404, "not-found");
    }

    @Test
    void listsTheDocumentOfEveryService() {
        String list = http.get("/kontor-docs.js").body();

        for (String service : Shop.SERVICES) {
            assertThat(list).contains("\"" + service + "\"");
        }
    }

    @Test
    void welcomes() {
        HttpResponse<String> page = http.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Kontor", "/swagger-ui.html").doesNotContain("<script");
        assertThat(http.get("/kontor.css").statusCode()).isEqualTo(200);
    }
}
