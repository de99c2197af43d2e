package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes killed with -9 at the worst places lose nothing and do nothing twice (INV-07, 08, 24, 25, 26). */
@Timeout(600)
class CrashIT {

    @Test
    void losesNothingAndDoesNothingTwiceThoughItDiesAtEachOfTheWorstPlaces() throws Exception {
        try (Shelf shelf = new Shelf()) {
            List<Long> jars = dieBeforeSend(shelf);
            dieAfterSend(shelf, jars);
            dieBeforeOffset(shelf, jars);

            try (ServiceProcess last = shelf.start().awaitReady()) {
                assertThat(fillNext(shelf, last, jars)).isTrue();
                assertThat(fillNext(shelf, last, jars)).isTrue();
                await().atMost(60, SECONDS).until(() -> shelf.outbox() == 0);
                for (long jar : jars) {
                    List<Long> all = Shelf.upTo(shelf.amount(jar));
                    await().atMost(60, SECONDS).until(() -> shelf.effects(jar).size() >= all.size());
                    assertThat(shelf.versions(jar)).isEqualTo(all);
                    assertThat(shelf.effects(jar)).isEqualTo(all);
                }
            }
            // Each request in doubt was sent again with its key, so what was acknowledged is all there is.
            assertThat(shelf.count("select sum(amount_minor) from jar")).isEqualTo(shelf.acknowledged());
        }
    }

    private static List<Long> dieBeforeSend(Shelf shelf) {
        try (ServiceProcess doomed = shelf.start("sample.fate=KILL:" + Hooks.BEFORE_SEND + ":3")) {
            doomed.awaitReady();
            List<Long> jars = List.of(shelf.jar(), shelf.jar());
            fillUntilDeath(shelf, doomed, jars);
            assertThat(shelf.outbox()).isPositive();
            assertThat(shelf.acknowledged()).isPositive();
            return jars;
        }
    }

    private static void dieAfterSend(Shelf shelf, List<Long> jars) {
        try (ServiceProcess doomed = shelf.start("sample.fate=KILL:" + Hooks.AFTER_SEND + ":3")) {
            fillUntilDeath(shelf, doomed, jars);
        }
        assertThat(jars.stream().flatMap(jar -> shelf.sent(jar).stream()).map(CrashIT::id))
                .as("an event that was sent and is still in the outbox")
                .anyMatch(id -> shelf.count("select count(*) from outbox where event_id = '" + id + "'") == 1);
    }

    private static void dieBeforeOffset(Shelf shelf, List<Long> jars) throws Exception {
        try (ServiceProcess doomed = shelf.start("sample.fate=KILL:" + Hooks.BEFORE_OFFSET + ":3")) {
            fillUntilDeath(shelf, doomed, jars);
        }
        long offset = shelf.offset("sample.jars");
        String next = id(shelf.all().get((int) offset));
        assertThat(shelf.count("select count(*) from inbox where event_id = '" + next + "'"))
                .as("an event that was applied and will be read again")
                .isEqualTo(1);
    }

    private static void fillUntilDeath(Shelf shelf, ServiceProcess doomed, List<Long> jars) {
        await("its death").atMost(240, SECONDS).pollInterval(10, MILLISECONDS).until(() -> {
            if (doomed.isAlive()) {
                fillNext(shelf, doomed, jars);
            }
            return !doomed.isAlive();
        });
    }

    /** In turn; one in doubt goes to the jar it was meant for, since a key counts for one path. */
    private static boolean fillNext(Shelf shelf, ServiceProcess process, List<Long> jars) {
        return shelf.fill(process, jars.get(shelf.acknowledged() % jars.size()));
    }

    private static String id(TopicReader.Message message) {
        return message.headers().getOrDefault("ce_id", "");
    }
}
