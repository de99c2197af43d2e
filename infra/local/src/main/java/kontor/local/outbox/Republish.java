package kontor.local.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import kontor.local.postgres.Superuser;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.Trouble;

/**
 * {@code infra/republish}: has a service send again what it has sent since an instant, with the same ids, versions and
 * bodies. Where it had arrived the inbox drops it; where a broker has lost it, it arrives.
 */
public final class Republish {

    private static final String USAGE = """
            Usage: infra/republish SERVICE --since INSTANT
            A service is ledger, catalog ...; an instant is in UTC, such as 2026-05-01T09:30:00Z.""";

    private final Superuser superuser;
    private final Console console;

    public Republish(Superuser superuser, Console console) {
        this.superuser = superuser;
        this.console = console;
    }

    public int run(List<String> arguments) throws InterruptedException {
        if (arguments.size() != 3 || !arguments.get(1).equals("--since")) {
            throw new Trouble(USAGE);
        }
        Service service = Service.ALL.stream()
                .filter(one -> one.hasDatabase() && one.name().equals(arguments.getFirst()))
                .findFirst()
                .orElseThrow(() ->
                        new Trouble("There is no service '%s' that sends events.".formatted(arguments.getFirst())));
        Instant since = instant(arguments.get(2));
        try (Connection database = superuser.connect(service.database())) {
            SentEvents sent = new SentEvents(database);
            console.about(service.name(), "%d facts are sent again".formatted(sent.facts(since)));
            console.about(service.name(), "%d states are sent again".formatted(sent.states(since)));
            if (since.isBefore(Instant.now().minus(SentEvents.KEPT))) {
                console.say("Events are kept for %d days; what left before comes back with a backup (infra/restore)."
                        .formatted(SentEvents.KEPT.toDays()));
            }
            return 0;
        } catch (SQLException cause) {
            throw new Trouble(
                    "Not all of it will be sent again (%s); say it once more.".formatted(cause.getMessage()), cause);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw new Trouble("'%s' is no instant in UTC, such as 2026-05-01T09:30:00Z.".formatted(text), notAnInstant);
        }
    }
}
