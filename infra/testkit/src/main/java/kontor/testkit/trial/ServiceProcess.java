package kontor.testkit.trial;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.port.FreePort;

/** The service under test as a process of its own, which can be killed at any instruction, frozen and thawed. */
public final class ServiceProcess implements AutoCloseable {

    /** For a machine that has other things to do. */
    private static final int START_SECONDS = 240;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private final int managementPort;
    private final Process process;

    private ServiceProcess(int port, int managementPort, Process process) {
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
    }

    /**
     * Starts one on the class path of the test; does not wait for it.
     *
     * @param application name of its main class
     * @param kafka bootstrap servers
     * @param properties further ones, each {@code name=value}
     */
    public static ServiceProcess start(String application, TestDatabase database, String kafka, String... properties) {
        try (ServerSocket requests = FreePort.held();
                ServerSocket management = FreePort.held()) {
            int port = requests.getLocalPort();
            int managementPort = management.getLocalPort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError"));
            List.of(properties).forEach(property -> command.add("-D" + property));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), application));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log(port).toFile());
            builder.environment().putAll(environment(database, kafka, port, managementPort));
            return new ServiceProcess(port, managementPort, builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path log(int port) throws IOException {
        return Files.createDirectories(Path.of("target", "service-processes")).resolve(port + ".log");
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

    /** Fails as soon as it has ended. */
    public ServiceProcess awaitReady() {
        await("the process")
                .atMost(START_SECONDS, SECONDS)
                .pollInterval(LOOK_AGAIN)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("It ended; see " + log(port));
                    }
                    return health("readiness") == 200;
                });
        return this;
    }

    /** The status of a health group, 0 if nobody answers. */
    public int health(String group) {
        return send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(managementPort, group))));
    }

    /** The status of what it says to a request, 0 if nobody answers. */
    public int ask(String path, UnaryOperator<HttpRequest.Builder> request) {
        return send(request.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))));
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

    public String pid() {
        return Long.toString(process.pid());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void awaitDeath() {
        await("the death of the process").atMost(START_SECONDS, SECONDS).until(() -> !process.isAlive());
    }

    /** {@code CONT} or {@code TERM}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With -9. */
    public void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    @Override
    public void close() {
        kill();
    }
}
