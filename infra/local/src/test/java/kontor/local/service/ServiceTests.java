package kontor.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTests {

    private static final Ports PORTS = Ports.from(Map.of());

    @TempDir
    Path folder;

    @Test
    void allAnswerOnPortsOfTheirOwn() {
        assertThat(Service.ALL).extracting(service -> service.port(PORTS)).doesNotHaveDuplicates();
        assertThat(Service.ALL)
                .extracting(service -> service.managementPort(PORTS))
                .doesNotHaveDuplicates();
        assertThat(Service.ALL)
                .extracting(service -> service.name() + ":" + service.port(PORTS) + "/" + service.managementPort(PORTS))
                .containsExactlyInAnyOrder(
                        "gateway:8080/8090",
                        "identity:8081/8091",
                        "catalog:8082/8092",
                        "ledger:8083/8093",
                        "order:8084/8094",
                        "invoice:8085/8095",
                        "support:8086/8096",
                        "chat:8087/8097");
    }

    @Test
    void knowTheirOwnDatabaseAndNoOther() {
        Map<String, String> environment = environment("ledger");

        assertThat(environment)
                .containsEntry("KONTOR_DATABASE_URL", "jdbc:postgresql://localhost:5480/kontor_ledger")
                .containsEntry("KONTOR_DATABASE_USER", "ledger_app")
                .containsEntry("KONTOR_MIGRATION_USER", "ledger_owner")
                .doesNotContainKey("KONTOR_KEYCLOAK_CLIENT_SECRET");
        assertThat(environment.get("KONTOR_DATABASE_PASSWORD"))
                .isNotEqualTo(environment.get("KONTOR_MIGRATION_PASSWORD"));
    }

    @Test
    void theGatewayKnowsWhereTheServicesAreAndNoSecret() {
        Map<String, String> environment = environment(Service.GATEWAY);

        assertThat(environment)
                .containsEntry("KONTOR_CHAT_URL", "http://localhost:8087")
                .containsEntry("KONTOR_ISSUER", "http://localhost:8180/realms/kontor");
        assertThat(environment.keySet()).noneMatch(name -> name.contains("PASSWORD") || name.contains("SECRET"));
    }

    @Test
    void thatKeepPicturesKeepThemInTheStacksOwnFolder() {
        assertThat(environment("catalog"))
                .containsEntry("KONTOR_UPLOADS", folder.resolve("uploads").toString());
        assertThat(environment("chat"))
                .containsEntry(
                        "KONTOR_ATTACHMENTS", folder.resolve("attachments").toString());
        assertThat(environment("ledger")).doesNotContainKeys("KONTOR_UPLOADS", "KONTOR_ATTACHMENTS");
    }

    @Test
    void reportingReadsTopicsAndKnowsNoSecret() {
        Folders folders = new Folders(folder, folder, folder);
        Map<String, String> environment =
                new ServiceProcess(Service.REPORTING, folders, PORTS, Secrets.of(folders)).environment();

        assertThat(environment)
                .containsEntry("KONTOR_KAFKA", "localhost:9480")
                .containsEntry("KONTOR_REPORTING_ADDRESS", "localhost:8088")
                .containsEntry("SERVER_ADDRESS", "localhost")
                .containsEntry("SERVER_PORT", "8088");
        assertThat(environment.keySet()).noneMatch(name -> name.contains("PASSWORD") || name.contains("DATABASE"));
    }

    @Test
    void bindToLoopbackOnly() {
        assertThat(Service.ALL)
                .allSatisfy(service -> assertThat(environment(service.name()))
                        .containsEntry("SERVER_ADDRESS", "localhost")
                        .containsEntry("MANAGEMENT_SERVER_ADDRESS", "localhost"));
    }

    private Map<String, String> environment(String name) {
        Folders folders = new Folders(folder, folder, folder);
        Service service = Service.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new ServiceProcess(service, folders, PORTS, Secrets.of(folders)).environment();
    }
}
