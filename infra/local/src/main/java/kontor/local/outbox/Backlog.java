package kontor.local.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kontor.local.postgres.Examiner;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * {@code infra/backlog}: what has not left its service, what was not read yet, and what came before its turn. In a shop
 * at work each is there for moments; it is what stays that matters.
 */
public final class Backlog {

    private static final int ANSWERS_WITHIN_MS = 10_000;

    private final Ports ports;
    private final Examiner examiner;
    private final Console console;

    public Backlog(Ports ports, Examiner examiner, Console console) {
        this.ports = ports;
        this.examiner = examiner;
        this.console = console;
    }

    /** 0 when nothing is behind, 1 when something is. */
    public int run(List<String> arguments) throws InterruptedException {
        if (!arguments.isEmpty()) {
            throw new Trouble("infra/backlog takes no arguments.");
        }
        List<String> behind = new ArrayList<>();
        behind.addAll(stored());
        behind.addAll(unread());
        behind.forEach(console::say);
        console.say(behind.isEmpty() ? "Nothing is behind." : "%d backlogs.".formatted(behind.size()));
        return behind.isEmpty() ? 0 : 1;
    }

    private List<String> stored() {
        List<String> lines = new ArrayList<>();
        List<String> rooms = new ArrayList<>();
        for (Service service : Service.ALL) {
            if (service.hasDatabase()) {
                StoredBacklog backlog = stored(service);
                if (backlog.unsent() > 0) {
                    lines.add(line("outbox", service.name(), backlog.unsent(), "oldest " + age(backlog.oldest())));
                }
                backlog.waiting()
                        .forEach(room -> rooms.add(line(
                                "waiting",
                                room.consumer() + " of " + room.topic(),
                                room.events(),
                                "oldest " + age(room.oldest()))));
            }
        }
        lines.addAll(rooms);
        return lines;
    }

    private StoredBacklog stored(Service service) {
        try (Connection database = examiner.connect(service.database())) {
            return StoredBacklog.of(database);
        } catch (SQLException cause) {
            throw new Trouble(
                    "The database of %s could not be asked (%s).".formatted(service.name(), cause.getMessage()), cause);
        }
    }

    private List<String> unread() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                ports.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWERS_WITHIN_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWERS_WITHIN_MS / 2))) {
            return ConsumerLags.of(admin).stream()
                    .filter(lag -> lag.records() > 0)
                    .map(lag -> line(
                            "unread",
                            lag.group() + " of " + lag.topic(),
                            lag.records(),
                            lag.members() == 0 ? "nobody reads" : "read by " + lag.members()))
                    .toList();
        } catch (ExecutionException cause) {
            throw new Trouble("Kafka does not answer (%s); see infra/status.".formatted(cause.getMessage()), cause);
        }
    }

    private static String line(String kind, String whose, long number, String more) {
        return "  %-8s %-62s %8d  %s".formatted(kind, whose, number, more);
    }

    private static String age(Duration duration) {
        return duration.toMinutes() < 2 ? Console.seconds(duration) : "%d min".formatted(duration.toMinutes());
    }
}
