package kontor.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One real PostgreSQL 18 per JVM, started at first use and stopped with the JVM. It runs without fsync: right for
 * tests, wrong for figures.
 */
public final class PostgresServer {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private PostgresServer() {}

    /** A fresh, empty database for this service with its two roles, under names no other call gets. */
    public static TestDatabase createFor(String service) {
        int number = NUMBERS.incrementAndGet();
        TestDatabase database = new TestDatabase(
                port(),
                "kontor_%s_%d".formatted(service, number),
                new TestDatabase.Role("%s_owner_%d".formatted(service, number), "owner-secret-" + number),
                new TestDatabase.Role("%s_app_%d".formatted(service, number), "app-secret-" + number));
        database.create(superuser("postgres"), superuser(database.name()));
        return database;
    }

    /** The port on loopback. */
    public static int port() {
        return Running.SERVER.getPort();
    }

    private static JdbcClient superuser(String database) {
        return JdbcClient.create(Running.SERVER.getDatabase("postgres", database));
    }

    /** Holder: the server starts with the first use of this class, once, whatever the number of threads. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(START_MAX)
                        .setOverrideWorkingDirectory(binariesOfThisUser())
                        .setServerConfig("hba_file", passwordsRequired().toString())
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("timezone", "UTC")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL did not start", failed);
            }
        }

        /** Unpacked once per user: a folder that root has made would be closed to everybody else. */
        private static File binariesOfThisUser() {
            return new File(System.getProperty("java.io.tmpdir"), "kontor-pg-" + System.getProperty("user.name"));
        }

        /** Without this file the server trusts everybody, and a test with a wrong password would pass. */
        private static Path passwordsRequired() throws IOException {
            Path file = Files.createTempFile("kontor-pg-hba", ".conf");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    host all postgres 127.0.0.1/32 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
        }
    }
}
