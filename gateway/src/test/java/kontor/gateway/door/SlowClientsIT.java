package kontor.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "kontor.gateway.door.head-timeout=1s",
            "kontor.gateway.door.body-timeout=1s",
            "server.netty.idle-timeout=1s",
        })
class SlowClientsIT {

    private final int port;

    SlowClientsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void endsAConnectionWhoseHeadDrips() {
        assertThat(secondsUntilClosed("GET /api/v1/products HTTP/1.1\r\nHost: a\r\n", "X: y\r\n"))
                .isBetween(0.9, 15.0);
    }

    @Test
    void endsAConnectionWhoseBodyDrips() {
        String head = "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";

        assertThat(secondsUntilClosed(head, "x")).isBetween(0.9, 15.0);
    }

    @Test
    void endsIdleConnections() {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer fresh = connection.read(Duration.ofSeconds(15));
            assertThat(fresh.closed()).isTrue();
        }
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer used = connection
                    .lines("GET /api/v1/products HTTP/1.1\nHost: a\n\n")
                    .read(Duration.ofSeconds(15));
            assertThat(used.statuses()).containsExactly(200);
            assertThat(used.closed()).isTrue();
        }
    }

    private double secondsUntilClosed(String start, String drop) {
        long begin = System.nanoTime();
        try (RawHttp connection = new RawHttp(port).exactly(start)) {
            RawHttp.Answer answer = connection.read(Duration.ofMillis(100));
            while (!answer.closed()
                    && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
                connection.takes(drop);
                answer = connection.read(Duration.ofMillis(100));
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
