package kontor.catalog.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kontor.testkit.KafkaServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;

/** The service as a process of its own, which can be killed. */
final class CatalogProcess implements AutoCloseable {

    private static final int START_SECONDS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int managementPort;
    private final Process process;

    private CatalogProcess(int managementPort, Process process) {
        this.managementPort = managementPort;
        this.process = process;
    }

    /** Starts one and waits until it is ready. */
    static CatalogProcess start(TestDatabase database, KafkaServer kafka) {
        try {
            int managementPort = freePort();
            Path log = Files.createDirectories(Path.of("target", "catalog-processes"))
                    .resolve(managementPort + ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "kontor.catalog.CatalogApplication"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment(database, kafka, freePort(), managementPort));
            return new CatalogProcess(managementPort, builder.start()).awaitReady(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(
            TestDatabase database, KafkaServer kafka, int port, int managementPort) {
        return Map.ofEntries(
                Map.entry("KONTOR_DATABASE_URL", database.url()),
                Map.entry("KONTOR_DATABASE_USER", database.app().name()),
                Map.entry("KONTOR_DATABASE_PASSWORD", database.app().password()),
                Map.entry("KONTOR_MIGRATION_USER", database.owner().name()),
                Map.entry("KONTOR_MIGRATION_PASSWORD", database.owner().password()),
                Map.entry("KONTOR_ISSUER", Tokens.issuer()),
                Map.entry("KONTOR_JWKS", Tokens.jwksUrl()),
                Map.entry("KONTOR_KAFKA", kafka.bootstrapServers()),
                Map.entry("KONTOR_UPLOADS", "target/uploads"),
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort)));
    }

    private CatalogProcess awaitReady(Path log) {
        await("the catalog").atMost(START_SECONDS, SECONDS).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended; see " + log);
            }
            return readiness() == 200;
        });
        return this;
    }

    private int readiness() throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort));
        try {
            return http.send(
                            HttpRequest.newBuilder(health)
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** With -9. */
    void kill() {
        process.destroyForcibly();
        await("its death").atMost(START_SECONDS, SECONDS).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
