package kontor.images.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ProbeTests {

    @Test
    void isReadyOnlyWhenTheServiceSaysSo() throws IOException {
        assertThat(answered(200)).isTrue();
        assertThat(answered(503)).isFalse();
        assertThat(answered(404)).isFalse();
    }

    @Test
    void isNotReadyWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(Probe.isReady(port)).isFalse();
    }

    private static boolean answered(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return Probe.isReady(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
