package kontor.identity.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;

/** A real Keycloak with the realm of the shop, in the memory of a process of its own. */
final class KeycloakServer implements AutoCloseable {

    static final String IDENTITY_SECRET = "identity-secret-of-the-tests";

    private static final Path FOLDER = Path.of("target/keycloak").toAbsolutePath();
    private static final Path HOME = FOLDER.resolve("server");
    private static final Path REALM = Path.of("../infra/keycloak/realm-kontor.json");
    private static final Duration START_MAX = Duration.ofMinutes(4);

    private final int port = freePort();
    private final Process process;

    KeycloakServer() {
        try {
            unpack();
            run("build", "--db=dev-mem", "--health-enabled=false", "--metrics-enabled=false")
                    .waitFor();
            Files.createDirectories(HOME.resolve("data/import"));
            Files.copy(REALM, HOME.resolve("data/import/realm-kontor.json"), StandardCopyOption.REPLACE_EXISTING);
            process = run("start", "--optimized", "--import-realm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await("Keycloak to start").atMost(START_MAX).until(this::isReady);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** From now on it answers nobody, as behind a cut network. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended; see " + FOLDER.resolve("server.log"));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest realm =
                    HttpRequest.newBuilder(URI.create(url() + "/realms/kontor")).build();
            return client.send(realm, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + HOME,
                "-Djboss.server.config.dir=" + HOME.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                HOME.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("server.log").toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_HOSTNAME", url(),
                "KC_HTTP_ENABLED", "true",
                "KC_HTTP_HOST", "localhost",
                "KC_HTTP_PORT", Integer.toString(port),
                "KC_CACHE", "local",
                "KONTOR_GATEWAY_URL", "http://localhost:8080",
                "KONTOR_PASSWORD_EXPIRY_DAYS", "365",
                "KONTOR_IDENTITY_SECRET", IDENTITY_SECRET,
                "KONTOR_KIOSK_SECRET", "kiosk-secret-of-the-tests");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once per build folder. */
    private static void unpack() throws IOException {
        Path done = HOME.resolve(".unpacked");
        if (Files.exists(done)) {
            return;
        }
        try (ZipFile zip = new ZipFile(archive().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path path =
                        HOME.resolve(entry.getName().replaceFirst("[^/]+/", "")).normalize();
                if (entry.isDirectory() || !path.startsWith(HOME)) {
                    continue;
                }
                Files.createDirectories(path.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.createFile(done);
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Keycloak's archive is not in " + FOLDER + "; build by Maven."));
        }
    }
}
