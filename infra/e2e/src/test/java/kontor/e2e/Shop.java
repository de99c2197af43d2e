package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kontor.local.keycloak.LogIn;
import kontor.local.postgres.Superuser;
import kontor.local.process.RunFile;
import kontor.local.service.Scale;
import kontor.local.service.Service;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.PropertyFile;
import kontor.local.stack.Secrets;

/** A whole shop of the tests' own, beside one that may be running: its own ports and its own folder. */
final class Shop implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofMinutes(2);

    private final Command command;
    private final Folders folders;
    private final Ports ports;
    private final Collector collector;

    private Shop(Command command, Folders folders, Ports ports, Collector collector) {
        this.command = command;
        this.collector = collector;
        this.folders = folders;
        this.ports = ports;
    }

    static Shop start() {
        Path checkout = checkout();
        Map<String, String> environment = new HashMap<>(Map.of(
                "KONTOR_HOME", checkout.toString(),
                "KONTOR_LOCAL_DIR", checkout.resolve("infra/e2e/target/stack").toString(),
                "KONTOR_BASE_PORT", "18080",
                "KONTOR_GATEWAY_PORT", "18080",
                "KONTOR_KEYCLOAK_PORT", "18180",
                "KONTOR_POSTGRES_PORT", "15480",
                "KONTOR_KAFKA_PORT", "19480",
                // Hardly any call: a journey that wants to be traced sees to it.
                "KONTOR_TRACE_SAMPLING", "0.0001"));
        Collector collector = Collector.start();
        environment.put("KONTOR_TRACES_URL", collector.url());
        Command command = new Command(checkout, environment);
        command.run(STOP, "reset", "--yes");
        Shop shop = new Shop(command, Folders.from(environment), Ports.from(environment), collector);
        shop.up();
        return shop;
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/up"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no checkout above");
        }
        return folder;
    }

    void up() {
        up("--detach", "--no-build");
    }

    private void up(String... arguments) {
        Command.Result result = command.run(START, "up", arguments);
        assertThat(result.status()).as(result.output()).isZero();
    }

    /** Starts it with two instances of each service. */
    void upWide() {
        up(Stream.concat(
                        Stream.of("--detach", "--no-build", "--scale"),
                        Service.ALL.stream()
                                .filter(service -> !service.isGateway())
                                .map(service -> service.name() + "-service=2"))
                .toArray(String[]::new));
    }

    /** Whether {@link #upWide()} was the last start. */
    boolean isWide() {
        return Scale.saved(folders).counts().values().stream().anyMatch(count -> count > 1);
    }

    Command.Result run(String name, String... arguments) {
        return command.run(STOP, name, arguments);
    }

    Command.Result run(Duration most, String name, String... arguments) {
        return command.run(most, name, arguments);
    }

    /** Starts the shop too, and checks it. */
    Command.Result restore(Path backup) {
        return command.run(START, "restore", "--no-build", backup.toString());
    }

    Path onlyBackup() {
        List<String> all = names(folders.backups());
        assertThat(all).hasSize(1);
        return folders.backups().resolve(all.getFirst());
    }

    /** Names of what the shop has in its folder. */
    List<String> files() {
        return names(folders.state());
    }

    private static List<String> names(Path folder) {
        return List.of(Objects.requireNonNull(folder.toFile().list(), "no folder " + folder));
    }

    URI gateway() {
        return URI.create(ports.gatewayUrl());
    }

    Ports ports() {
        return ports;
    }

    Collector collector() {
        return collector;
    }

    /** Whatever its parts have logged so far. */
    List<Path> logs() {
        return names(folders.logs()).stream().map(folders.logs()::resolve).toList();
    }

    /** Passwords and keys that were made for this shop. */
    Collection<String> secrets() {
        return PropertyFile.readMap(folders.state().resolve("secrets")).values();
    }

    /** The process of a part, such as {@code ledger}, as its run file says. */
    private ProcessHandle process(String part) {
        return RunFile.read(folders.run(), part)
                .flatMap(RunFile::process)
                .orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    /** Kills a part the hard way. */
    ProcessHandle kill(String part) {
        ProcessHandle victim = process(part);
        assertThat(victim.destroyForcibly()).as(part).isTrue();
        return victim;
    }

    /** Waits until the launcher has brought back what was killed. */
    void awaitReturn(String part, ProcessHandle victim) {
        await().atMost(Duration.ofMinutes(3)).until(() -> isReadyAgain(part, victim.pid()));
    }

    private boolean isReadyAgain(String part, long formerPid) {
        return RunFile.read(folders.run(), part)
                .filter(run -> run.pid() != formerPid && run.state() == RunFile.State.READY)
                .isPresent();
    }

    /** A superuser's connection to a service's database, to plant there what the shop itself never does. */
    Connection database(String service) throws SQLException {
        return new Superuser(ports, Secrets.of(folders)).connect("kontor_" + service);
    }

    /** A second gateway with a chat-service of its own; whoever asks for it stops it. */
    Annex annex() {
        return Annex.beside(folders, ports);
    }

    Client anyone() {
        return new Client(gateway(), () -> null);
    }

    /** A demo person, or the terminal for {@code kiosk}; logged in anew before the token ends. */
    Client as(String login) {
        return new Client(gateway(), new Session(() -> logIn().token(login)));
    }

    Client as(String login, String password) {
        return new Client(gateway(), new Session(() -> logIn().personToken(login, password)));
    }

    private LogIn logIn() {
        return new LogIn(ports, Secrets.of(folders));
    }

    @Override
    public void close() {
        command.run(STOP, "down");
        collector.close();
    }
}
