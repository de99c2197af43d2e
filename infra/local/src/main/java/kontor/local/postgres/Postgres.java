package kontor.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.local.process.Part;
import kontor.local.process.StopRule;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** One PostgreSQL cluster, durable as in production, reachable from this machine only. */
public final class Postgres implements Part {

    public static final String NAME = "postgres";

    private static final String SUPERUSER = Superuser.NAME;

    private final PostgresHome home;
    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;
    private final Console console;

    public Postgres(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.secrets = secrets;
        this.console = console;
        this.home = PostgresHome.of(folders);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String url() {
        return "localhost:" + ports.postgres();
    }

    @Override
    public Set<String> startsAfter() {
        return Set.of();
    }

    @Override
    public boolean isCostlyToStart() {
        return false;
    }

    @Override
    public void prepare() {
        home.create();
        Path software = PostgresSoftware.unpackedIn(home.folder());
        if (!Files.exists(home.data().resolve("PG_VERSION"))) {
            if (secrets.existing(Secrets.ofDatabaseRole(SUPERUSER)).isEmpty()) {
                console.about(NAME, "creates a new, empty cluster (once)");
            }
            initialise(software);
        }
    }

    private void initialise(Path software) {
        Path password = home.folder().resolve("password");
        try {
            Files.createDirectories(home.data());
            Files.writeString(password, secrets.of(Secrets.ofDatabaseRole(SUPERUSER)));
            home.user().ifPresent(user -> {
                user.own(home.data());
                user.own(password);
            });
            run(List.of(
                    software.resolve("bin/initdb").toString(),
                    "--pgdata=" + home.data(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // The same order of texts on every machine, whatever locales it has.
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            password.toFile().delete();
        }
    }

    private void run(List<String> arguments) {
        try {
            Process process = home.command(arguments).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Trouble("A new database cluster could not be created: " + said.strip());
            }
        } catch (IOException cause) {
            throw new Trouble("%s cannot be run (%s).".formatted(arguments.getFirst(), cause.getMessage()), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public ProcessBuilder command() {
        List<String> arguments = new ArrayList<>(List.of(
                home.folder().resolve("software/bin/postgres").toString(),
                "-D",
                home.data().toString()));
        settings().forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return home.command(arguments);
    }

    private Map<String, String> settings() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("port", Integer.toString(ports.postgres())),
                Map.entry("listen_addresses", "localhost"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                // Tells afterwards when something was committed, as the event lag is measured from.
                Map.entry("track_commit_timestamp", "on"),
                // Waiting for company before a flush costs more than it saves here.
                Map.entry("commit_delay", "0"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("effective_cache_size", "1GB"),
                Map.entry("random_page_cost", "1.1"),
                // Five instances of seven services with pools of at most eight, Keycloak, a benchmark and some spare
                // ones.
                Map.entry("max_connections", "350"),
                // Short statements: compiling them costs more than running them.
                Map.entry("jit", "off"),
                Map.entry("autovacuum_naptime", "10s"),
                Map.entry("log_min_duration_statement", "1s"),
                // Neither the values of a slow statement nor the row of a refused one: they are people's data (INV-38).
                Map.entry("log_parameter_max_length", "0"),
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_line_prefix", "%m [%p] %d/%u "),
                Map.entry("log_timezone", "UTC"),
                Map.entry("timezone", "UTC")));
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new Trouble(
                        "PostgreSQL does not accept the password in %s, so the two are not of one stack; put the old file back or forget the data with infra/reset."
                                .formatted(folders.state().resolve("secrets")),
                        notYet);
            }
            return false;
        }
    }

    @Override
    public void complete() {
        new Databases(this::connect, role -> secrets.of(Secrets.ofDatabaseRole(role))).create();
    }

    private Connection connect(String database) throws SQLException {
        return new Superuser(ports, secrets).connect(database);
    }

    /** Deletes the cluster, wherever it lives. */
    public static void forget(Folders folders) throws IOException {
        Path home = folders.state().resolve(NAME);
        if (Files.isSymbolicLink(home)) {
            Trees.delete(Files.readSymbolicLink(home));
        }
        Trees.delete(home);
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    @Override
    public StopRule stopRule() {
        return StopRule.POSTGRES;
    }
}
