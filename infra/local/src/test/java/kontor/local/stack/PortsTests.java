package kontor.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTests {

    @Test
    void areTheDocumentedOnesWhenNothingIsSaid() {
        Ports ports = Ports.from(Map.of());

        assertThat(ports).isEqualTo(new Ports(8080, 8080, 8180, 5480, 9480));
        assertThat(ports.service(3)).isEqualTo(8083);
        assertThat(ports.management(3)).isEqualTo(8093);
        assertThat(ports.keycloakManagement()).isEqualTo(9180);
        assertThat(ports.kafkaController()).isEqualTo(9481);
    }

    @Test
    void moveTogetherWithTheBaseUnlessTheGatewayIsMovedAlone() {
        assertThat(Ports.from(Map.of("KONTOR_BASE_PORT", "18080")).gateway()).isEqualTo(18_080);

        Ports alone = Ports.from(Map.of("KONTOR_GATEWAY_PORT", "9999"));

        assertThat(alone.gatewayUrl()).isEqualTo("http://localhost:9999");
        assertThat(alone.service(1)).isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65000", "-1", "http", "8080.0"})
    void refusesWhatIsNoPort(String value) {
        assertThatThrownBy(() -> Ports.from(Map.of("KONTOR_KAFKA_PORT", value)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("KONTOR_KAFKA_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void namesThePartAndTheVariableOfATakenPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.checkFree(other.getLocalPort(), "kafka", "KONTOR_KAFKA_PORT"))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort()))
                    .hasMessageContaining("kafka")
                    .hasMessageContaining("KONTOR_KAFKA_PORT");
        }
    }

    @Test
    void areFoundAgainByOtherCommands(@TempDir Path folder) {
        Folders folders = new Folders(folder, folder, folder);
        Ports moved = new Ports(1111, 2222, 3333, 4444, 5555);

        moved.save(folders);

        assertThat(Ports.saved(folders)).isEqualTo(moved);
    }
}
