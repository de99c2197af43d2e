package kontor.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.local.cache.StartCache;
import kontor.local.postgres.Postgres;
import kontor.local.process.HttpProbe;
import kontor.local.process.Part;
import kontor.local.process.StopRule;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** Keycloak in production mode on loopback, in a database of its own, with the realm from {@code infra/keycloak}. */
public final class Keycloak implements Part {

    public static final String NAME = "keycloak";

    /** The launcher's own client in the master realm; people use the user of the same secret file. */
    static final String ADMIN_CLIENT = "kontor-launcher";

    private static final String ADMIN_USER = "admin";

    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;
    private final Console console;

    public Keycloak(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.secrets = secrets;
        this.console = console;
    }

    /** Otherwise its start takes a minute, and whoever waits for it wastes a core. */
    public static boolean startsSoon(Folders folders) {
        return KeycloakSoftware.isBuilt(folders);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String url() {
        return ports.keycloakUrl();
    }

    @Override
    public Set<String> startsAfter() {
        return Set.of(Postgres.NAME);
    }

    private Path home() {
        return folders.state().resolve(NAME);
    }

    @Override
    public void prepare() {
        Path software = KeycloakSoftware.builtIn(folders, console);
        try {
            Path realms = home().resolve("data/import");
            Files.createDirectories(realms);
            for (String shared : List.of("conf", "lib", "providers", "themes")) {
                Path link = home().resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, software.resolve(shared));
            }
            Files.copy(realmFile(), realms.resolve("realm-kontor.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Path realmFile() {
        return folders.checkout().resolve("infra/keycloak/realm-kontor.json");
    }

    StartCache startCache() {
        return new StartCache(folders.software().resolve(NAME).resolve("start.aot"));
    }

    @Override
    public ProcessBuilder command() {
        ProcessBuilder builder = command(startCache().use());
        builder.command().add("--import-realm");
        return builder;
    }

    ProcessBuilder command(List<String> cacheOptions) {
        List<String> command =
                new ArrayList<>(KeycloakSoftware.java(folders.software().resolve(NAME), home(), cacheOptions));
        command.addAll(List.of("start", "--optimized"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.environment().putAll(placeholders());
        return builder;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("KC_DB_URL", ports.databaseUrl("keycloak")),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", secrets.of(Secrets.ofDatabaseRole("keycloak"))),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "2"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "16"),
                Map.entry("KC_HOSTNAME", ports.keycloakUrl()),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "localhost"),
                Map.entry("KC_HTTP_PORT", Integer.toString(ports.keycloak())),
                Map.entry("KC_HTTP_MANAGEMENT_HOST", "localhost"),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.keycloakManagement())),
                Map.entry("KC_HTTP_POOL_MAX_THREADS", "32"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_LOG_LEVEL", "INFO"),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN_USER),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin")),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.of(Secrets.ofClient(ADMIN_CLIENT))));
    }

    /** What the realm file leaves open. */
    private Map<String, String> placeholders() {
        return Map.of(
                "KONTOR_GATEWAY_URL", ports.gatewayUrl(),
                "KONTOR_PASSWORD_EXPIRY_DAYS", PasswordExpiry.days(System.getenv()),
                "KONTOR_IDENTITY_SECRET", secrets.of(Secrets.ofClient("kontor-identity")),
                "KONTOR_KIOSK_SECRET", secrets.of(Secrets.ofClient("kontor-kiosk")));
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(URI.create("http://localhost:%d/health/ready".formatted(ports.keycloakManagement())))
                == 200;
    }

    /** The import leaves a realm that exists as it is, so later changes of the file are brought in here. */
    @Override
    public void complete() {
        new RealmChanges(ports, secrets, placeholders(), home().resolve("realm.applied")).apply(realmFile(), console);
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(4);
    }

    @Override
    public StopRule stopRule() {
        return StopRule.KEYCLOAK;
    }
}
