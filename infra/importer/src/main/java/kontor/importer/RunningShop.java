package kontor.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import kontor.importer.calls.Pace;
import kontor.importer.calls.Session;
import kontor.importer.calls.ShopClient;
import kontor.local.keycloak.LogIn;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** The shop that {@code infra/up} started on this machine, and its admin. */
record RunningShop(Folders folders, Ports ports, Secrets secrets) {

    private static final String ADMIN = "ada";

    static RunningShop find(Folders folders) {
        if (!Files.exists(folders.readyMark())) {
            throw new Trouble("The shop is not up; start it with infra/up --detach.");
        }
        return new RunningShop(folders, Ports.saved(folders), Secrets.of(folders));
    }

    ShopClient client() {
        return new ShopClient(
                URI.create(ports.gatewayUrl()), new Session(() -> new LogIn(ports, secrets).token(ADMIN)), Pace.real());
    }

    /** The time in which the services live, moved or not. */
    Clock clock() {
        try {
            return Files.exists(folders.clockOffset())
                    ? Clock.offset(
                            Clock.systemUTC(),
                            Duration.parse(
                                    Files.readString(folders.clockOffset()).strip()))
                    : Clock.systemUTC();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
