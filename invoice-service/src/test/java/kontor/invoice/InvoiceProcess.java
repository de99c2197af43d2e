package kontor.invoice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;

/** invoice-service as a process of its own, which can be killed at any instruction. */
final class InvoiceProcess implements AutoCloseable {

    private static final int END_SECONDS = 30;

    private final Process process;

    private InvoiceProcess(Process process) {
        this.process = process;
    }

    /** Starts one and does not wait for it. */
    static InvoiceProcess start(TestDatabase database, String kafka) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    InvoiceApplication.class.getName()));
            int port = freePort();
            Path log = Files.createDirectories(Path.of("target", "invoice-processes"))
                    .resolve(port + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment(database, kafka, port));
            return new InvoiceProcess(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(TestDatabase database, String kafka, int port) throws IOException {
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
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(freePort())));
    }

    /** With -9. */
    void kill() {
        process.destroyForcibly();
        await("its death").atMost(END_SECONDS, SECONDS).until(() -> !process.isAlive());
    }

    boolean isAlive() {
        return process.isAlive();
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
