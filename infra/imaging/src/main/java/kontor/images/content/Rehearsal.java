package kontor.images.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kontor.local.postgres.Postgres;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What a service must be told before its beans can be made: addresses where nobody answers, and an empty database of a
 * PostgreSQL that is started for the first who needs one.
 */
final class Rehearsal implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String NOBODY = "http://localhost:1";

    private final Folders folders;
    private final Ports ports;
    private final Console console;
    private @Nullable Process server;

    Rehearsal(Path checkout, Path folder, Console console) {
        this.folders = new Folders(checkout, folder, folder);
        Ports usual = Ports.from(Map.of());
        this.ports = new Ports(usual.gateway(), usual.base(), usual.keycloak(), Ports.anyFree(), Ports.anyFree());
        this.console = console;
    }

    Map<String, String> environmentOf(Service service) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KONTOR_ISSUER", NOBODY,
                "KONTOR_JWKS", NOBODY,
                "KONTOR_KAFKA", ports.bootstrapServers(),
                "KONTOR_PUBLIC_URL", NOBODY));
        for (Service other : Service.ALL) {
            environment.put("KONTOR_%s_URL".formatted(other.name().toUpperCase(Locale.ROOT)), NOBODY);
        }
        if (service.hasDatabase()) {
            Secrets secrets = database();
            environment.put("KONTOR_DATABASE_URL", ports.databaseUrl(service.database()));
            environment.put("KONTOR_DATABASE_USER", service.appRole());
            environment.put("KONTOR_DATABASE_PASSWORD", secrets.of(Secrets.ofDatabaseRole(service.appRole())));
            environment.put("KONTOR_MIGRATION_USER", service.ownerRole());
            environment.put("KONTOR_MIGRATION_PASSWORD", secrets.of(Secrets.ofDatabaseRole(service.ownerRole())));
            environment.put("KONTOR_KEYCLOAK_CLIENT_SECRET", "none");
            environment.put("KONTOR_UPLOADS", folders.uploads().toString());
            environment.put("KONTOR_ATTACHMENTS", folders.attachments().toString());
        }
        return environment;
    }

    private synchronized Secrets database() throws IOException {
        if (server != null) {
            return Secrets.of(folders);
        }
        Postgres.forget(folders);
        Trees.delete(folders.state());
        folders.create();
        Secrets secrets = Secrets.of(folders);
        Postgres postgres = new Postgres(folders, ports, secrets, console);
        postgres.prepare();
        Process started = postgres.command()
                .redirectErrorStream(true)
                .redirectOutput(folders.log(Postgres.NAME).toFile())
                .start();
        server = started;
        await(postgres, started);
        postgres.complete();
        return secrets;
    }

    private void await(Postgres postgres, Process started) {
        long end = System.nanoTime() + postgres.startLimit().toNanos();
        while (!postgres.isReady()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new Trouble("PostgreSQL did not start; see %s.".formatted(folders.log(Postgres.NAME)));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public synchronized void close() {
        Process running = server;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            running.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        running.destroyForcibly();
    }
}
