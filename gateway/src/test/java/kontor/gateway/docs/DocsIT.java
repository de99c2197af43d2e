package kontor.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class DocsIT {

    private final Http http;

    DocsIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @Test
    void showsTheDocumentsOfAllServicesInOneSwaggerUi() {
        HttpResponse<String> entrance = http.get("/swagger-ui.html");
        assertThat(entrance.statusCode()).isEqualTo(302);
        URI target = URI.create(entrance.headers().firstValue("Location").orElseThrow());
        assertThat(target.isAbsolute()).isFalse();

        HttpResponse<String> page = http.get(target.getPath());
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("script-src 'self'").doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");

        String base = target.getPath().substring(0, target.getPath().lastIndexOf('/'));
        String initializer = http.get(base + "/swagger-initializer.js").body();
        assertThat(http.get(base + "/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(initializer).doesNotContain("petstore");
        String configuration = http.get("/v3/api-docs/swagger-config").body();
        for (String service : Shop.SERVICES) {
            assertThat(configuration).contains("\"/v3/api-docs/" + service + "\"");
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
