package kontor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The broker and all services but the fake ones are away all the time. */
@GatewayTest
class ManagementIT {

    private final Http open;
    private final Http management;

    ManagementIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.open = new Http(port);
        this.management = new Http(managementPort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void isHealthyByItself(String path) {
        assertThat(management.get(path).statusCode()).isEqualTo(200);
        assertThat(management.get(path).body()).contains("UP");
    }

    @Test
    void showsItsMetrics() {
        open.signedInGet("/api/v1/accounts");

        assertThat(management.get("/actuator/prometheus").body())
                .contains("resilience4j_circuitbreaker_state")
                .contains("resilience4j_circuitbreaker_calls_seconds_bucket")
                .contains("le=\"0.25\"")
                .contains("gateway_token_fetch_age_seconds")
                .contains("gateway_token_fetch_failures_total")
                .contains("http_server_requests_seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/gateway/routes", "/api/v1/products"})
    void showsNothingElse(String path) {
        assertThat(management.get(path).statusCode()).isEqualTo(404);
    }
}
