package kontor.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.UUID;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a service is told about the trace of a call. Nobody collects spans here. */
@GatewayTest
class TracesIT {

    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-00";

    private final Http http;
    private final String path = "/api/v1/accounts/" + UUID.randomUUID();

    TracesIT(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void beginsATraceForEachCall() {
        assertThat(parent(http.signedInTo(path)))
                .matches(FORM)
                .doesNotStartWith("00-0000")
                .isNotEqualTo(parent(http.signedInTo(path)));
    }

    @Test
    void goesOnWithATraceByASpanOfItsOwnAndItsOwnMark() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String span = "b7ad6b7169203331";

        assertThat(parent(http.signedInTo(path).header("traceparent", "00-%s-%s-01".formatted(trace, span))))
                .matches(FORM)
                .startsWith("00-" + trace)
                .doesNotContain(span);
    }

    @Test
    void passesNothingElseOfATraceOn() {
        parent(http.signedInTo(path).header("tracestate", "vendor=1").header("baggage", "member=ada"));

        assertThat(Shop.service("ledger").seenAt(path).getLast().headers()).doesNotContainKeys("tracestate", "baggage");
    }

    private String parent(HttpRequest.Builder request) {
        http.send(request);
        return Shop.service("ledger")
                .seenAt(path)
                .getLast()
                .header("traceparent")
                .getFirst();
    }
}
