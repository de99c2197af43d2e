package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;

/** The sample service as a process of its own that can be killed, frozen and thawed. */
final class SampleProcess implements AutoCloseable {

    private static final int START_SECONDS = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private final int managementPort;
    private final Process process;

    private SampleProcess(int port, int managementPort, Process process) {
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
    }

    /** Starts one with further system properties such as {@code sample.fate=...}; does not wait for it. */
    static SampleProcess start(TestDatabase database, String kafka, String... properties) {
        try {
            int port = freePort();
            int managementPort = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dspring.profiles.active=hooked"));
            List.of(properties).forEach(property -> command.add("-D" + property));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleApplication.class.getName()));
            Path log = Files.createDirectories(Path.of("target", "sample-processes"))
                    .resolve(port + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment(database, kafka, port, managementPort));
            return new SampleProcess(port, managementPort, builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(TestDatabase database, String kafka, int port, int managementPort) {
        return Map.ofEntries(
                Map.entry("KONTOR_DATABASE_URL", database.url()),
                Map.entry("KONTOR_DATABASE_USER", database.app().name()),
                Map.entry("KONTOR_DATABASE_PASSWORD", database.app().password()),
                Map.entry("KONTOR_MIGRATION_USER", database.owner().name()),
                Map.entry("KONTOR_MIGRATION_PASSWORD", database.owner().password()),
                Map.entry("KONTOR_ISSUER", Tokens.issuer()),
                Map.entry("KONTOR_JWKS", Tokens.jwksUrl()),
                Map.entry("KONTOR_KAFKA", kafka),
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort)));
    }

    SampleProcess awaitReady() {
        await("the sample process").atMost(START_SECONDS, SECONDS).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended; see target/sample-processes/%d.log".formatted(port));
            }
            return health("readiness") == 200;
        });
        return this;
    }

    /** The status of a health group, 0 if nobody answers. */
    int health(String group) {
        return send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(managementPort, group))));
    }

    /** The status of what a door says to the bearer, 0 if nobody answers. */
    int knock(String door, String bearer) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/doors/%s".formatted(port, door)))
                .header("Authorization", bearer));
    }

    /** Fills a jar by 1; true if that was acknowledged, false if it is in doubt. */
    boolean fill(long jar, String bearer, String key) {
        URI fillings = URI.create("http://127.0.0.1:%d/api/v1/jars/%d/fillings".formatted(port, jar));
        return send(HttpRequest.newBuilder(fillings)
                        .header("Authorization", bearer)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"amountMinor\":1}")))
                == 201;
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String pid() {
        return Long.toString(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitDeath() {
        await("the death of the sample process").atMost(START_SECONDS, SECONDS).until(() -> !process.isAlive());
    }

    /** {@code CONT} or {@code TERM}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With -9. */
    void kill() {
        process.destroyForcibly();
        awaitDeath();
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
