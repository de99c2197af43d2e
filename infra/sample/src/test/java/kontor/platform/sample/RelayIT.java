package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One process sends at a time, whatever becomes of the other, and in order, whatever becomes of an event. */
@Timeout(600)
class RelayIT {

    private static final String SILENT = "spring.kafka.listener.auto-startup=false";

    /** Read from the outbox, not sent: when it thaws, another relay has long sent this event and later ones. */
    private static final String FROZEN = "sample.fate=STOP:" + Hooks.BEFORE_SEND + ":21";

    private static final String LOSING = "sample.fate=" + Hooks.LOSE + ":" + Hooks.AFTER_SEND + ":1";

    @Test
    void sendsFromOneProcessAtATimeThoughOneFreezesThawsAndTheOtherDies() {
        try (Shelf shelf = new Shelf();
                ServiceProcess first = shelf.start(SILENT, FROZEN).awaitReady();
                ServiceProcess second = shelf.start(SILENT).awaitReady()) {
            long jar = shelf.jar();

            fill(shelf, jar, 20, first, second);
            awaitSent(shelf, jar, 20);
            assertThat(shelf.senders(jar)).containsExactly(first.pid());

            fill(shelf, jar, 20, second);
            awaitSent(shelf, jar, 40);
            assertThat(shelf.senders(jar)).containsExactly(first.pid(), second.pid());

            first.signal("CONT");
            fill(shelf, jar, 20, first, second);
            awaitSent(shelf, jar, 60);
            // The one event that it held in its hand; the inbox of every consumer drops it by its id.
            assertThat(shelf.sent(jar)).hasSizeLessThanOrEqualTo(61);

            second.kill();
            fill(shelf, jar, 20, first);
            awaitSent(shelf, jar, 80);
            assertThat(shelf.senders(jar)).endsWith(first.pid());
            assertThat(shelf.versions(jar)).isEqualTo(Shelf.upTo(80));
        }
    }

    /** An event under way keeps none behind it waiting; when it turns out to have failed, its stream is sent again. */
    @Test
    void sendsOnWhileAnAnswerIsAwaitedAndTheWholeStreamAgainWhenItFails() {
        try (Shelf shelf = new Shelf();
                ServiceProcess process = shelf.start(SILENT, LOSING).awaitReady()) {
            long jar = shelf.jar();
            long other = shelf.jar();
            fill(shelf, jar, 1, process);
            fill(shelf, jar, 10, process);
            fill(shelf, other, 10, process);
            awaitSent(shelf, jar, 11);

            List<Long> sent = sequences(shelf, jar);
            int again = sent.lastIndexOf(1L);
            assertThat(again).as("what left before the failure was known").isGreaterThan(1);
            assertThat(sent.subList(0, again)).isEqualTo(Shelf.upTo(again));
            assertThat(sent.subList(again, sent.size())).isEqualTo(Shelf.upTo(11));
            assertThat(sequences(shelf, other)).isEqualTo(Shelf.upTo(10));
        }
    }

    private static List<Long> sequences(Shelf shelf, long jar) {
        return shelf.sent(jar).stream().map(TopicReader.Message::sequence).toList();
    }

    /** A thawed process closes connections that were idle for too long; what is in doubt is sent again by its key. */
    private static void fill(Shelf shelf, long jar, int times, ServiceProcess... processes) {
        for (int i = 0; i < times; i++) {
            ServiceProcess process = processes[i % processes.length];
            await().atMost(10, SECONDS).until(() -> shelf.fill(process, jar));
        }
    }

    /** Within the time in which everything must be back after a crash or a freeze. */
    private static void awaitSent(Shelf shelf, long jar, int versions) {
        List<Long> all = Shelf.upTo(versions);
        await().atMost(30, SECONDS).until(() -> shelf.versions(jar).equals(all));
        await().atMost(30, SECONDS).until(() -> shelf.outbox() == 0);
    }
}
