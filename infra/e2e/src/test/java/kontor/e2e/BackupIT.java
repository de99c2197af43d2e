package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kontor.e2e.Client.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The drill: a copy is taken while members deposit and buy, everything is lost, and the shop comes back as it was at
 * the point of the copy. Whatever was acknowledged before is there once and its keys stay used; what came after is not,
 * and can be done again (INV-40).
 */
@Order(90)
@ExtendWith(ShopExtension.class)
class BackupIT {

    private static final int MEMBERS = 4;
    private static final int BEFORE = 60;

    /** Between two calls of one member: the terminal is one caller, with a limit of calls. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final long PRICE = 10;
    private static final long DEPOSIT = 7;
    private static final String LOG_IN = "c" + UUID.randomUUID().toString().substring(0, 8);
    private static final String SECRET = "a long secret 42";

    private final Shop shop;
    private final Community community;
    private final Client kiosk;
    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

    BackupIT(Shop shop) {
        this.shop = shop;
        this.community = Community.of(shop);
        this.kiosk = shop.as("kiosk");
    }

    /** What was asked for with a key, what it does to the member's credit, and the answer to it. */
    private record Deed(Client client, String path, String body, String member, long worth, String receipt) {

        Answer again(String key) {
            LockSupport.parkNanos(PAUSE.dividedBy(MEMBERS).toNanos());
            return client.post(path, body, key);
        }
    }

    @Test
    void bringsBackWhatWasAcknowledgedBeforeThePoint() throws Exception {
        String person = shop.anyone()
                .post(
                        "/api/v1/members",
                        "{\"lastName\":\"Copied\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(LOG_IN, SECRET))
                .text("id");
        community.verified(person, "Member");
        String picture = "/api/v1/uploads/"
                + community.admin().upload("PRODUCT", Pictures.square(300)).text("filename");
        byte[] seen = shop.anyone().download(picture);
        String attachment = attached(shop.as(LOG_IN, SECRET));
        byte[] hisOwn = shop.as(LOG_IN, SECRET).download(attachment);
        long product = community.product(PRICE);

        Map<String, Deed> before = copyWhileTheyDeal(product);
        loseEverythingAndRestore();

        assertThat(shop.as(LOG_IN, SECRET).get("/api/v1/members/me").text("id")).isEqualTo(person);
        assertThat(shop.anyone().download(picture)).isEqualTo(seen);
        assertThat(shop.as(LOG_IN, SECRET).download(attachment)).isEqualTo(hisOwn);
        assertThat(before).allSatisfy((key, deed) -> {
            Answer again = deed.again(key);
            assertThat(isReplayed(again)).as(again.toString()).isTrue();
            assertThat(again.body().toString()).isEqualTo(deed.receipt());
        });
        assertThat(doAgainWhatCameAfter(before)).as("deeds after the point").isPositive();
        assertThatEachHappenedOnce(product);
    }

    /** A picture in a note to himself, once chat-service knows the member. */
    private static String attached(Client member) {
        Answer note = await().atMost(Community.SOON)
                .until(
                        () -> member.post("/api/v1/conversations", "{\"type\":\"PRIVATE\",\"memberIds\":[]}"),
                        answer -> answer.status() == 201);
        String all = "/api/v1/conversations/%d/attachments".formatted(note.number("id"));
        return all + "/" + member.attach(all, Pictures.square(64)).text("path");
    }

    /** Answers what was acknowledged before the command was given, which is before its point. */
    private Map<String, Deed> copyWhileTheyDeal(long product) throws Exception {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(community.member("Copied " + i, "Board"));
        }
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> dealing = new ArrayList<>();
            for (String member : members) {
                dealing.add(all.submit(() -> dealUntil(isOver, member, product)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> deeds.size() >= BEFORE);
            Map<String, Deed> before = Map.copyOf(deeds);
            Command.Result backup = shop.run("backup", "--keep", "1");
            isOver.set(true);
            for (Future<?> one : dealing) {
                one.get();
            }
            assertThat(backup.status()).as(backup.output()).isZero();
            return before;
        }
    }

    /** Nobody is refused while the copy is taken. */
    private void dealUntil(AtomicBoolean isOver, String member, long product) {
        for (int i = 0; !isOver.get(); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (i % 3 == 0) {
                String deposit =
                        "{\"memberId\":\"%s\",\"amountMinor\":%d,\"comment\":\"cash\"}".formatted(member, DEPOSIT);
                deal(community.admin(), "/api/v1/deposits", deposit, member, DEPOSIT);
            } else {
                deal(kiosk, "/api/v1/shelf-purchases", Community.cart(member, product, 1), member, -PRICE);
            }
        }
    }

    private void deal(Client client, String path, String body, String member, long worth) {
        String key = UUID.randomUUID().toString();
        Answer answer = client.post(path, body, key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        deeds.put(key, new Deed(client, path, body, member, worth, answer.body().toString()));
    }

    private void loseEverythingAndRestore() {
        Path backup = shop.onlyBackup();
        Command.Result early = shop.run("restore", "--no-build", backup.toString());
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.output()).contains("infra/down");
        Command.Result reset = shop.run("reset", "--yes");
        assertThat(reset.status()).as(reset.output()).isZero();
        assertThat(shop.files()).doesNotContain("secrets", "kafka", "keycloak", "postgres", "uploads");
        Command.Result restore = shop.restore(backup);
        assertThat(restore.status()).as(restore.output()).isZero();
        assertThat(restore.output()).contains("statements hold.");
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(community::isServed);
    }

    /** Answers how many had to be done again. */
    private long doAgainWhatCameAfter(Map<String, Deed> before) {
        return deeds.entrySet().stream()
                .filter(deed -> !before.containsKey(deed.getKey()))
                .filter(deed -> {
                    Answer again = deed.getValue().again(deed.getKey());
                    assertThat(again.status()).as(again.toString()).isEqualTo(201);
                    return !isReplayed(again);
                })
                .count();
    }

    private void assertThatEachHappenedOnce(long product) {
        deeds.values().stream()
                .map(Deed::member)
                .distinct()
                .forEach(member -> assertThat(community.credit(member))
                        .isEqualTo(deeds.values().stream()
                                .filter(deed -> deed.member().equals(member))
                                .mapToLong(Deed::worth)
                                .sum()));
        long bought = deeds.values().stream().filter(deed -> deed.worth() < 0).count();
        // One piece was bought by the probe that waited for the product to be known.
        await().atMost(Community.SOON).until(() -> community.onHand(product) == -bought - 1);
    }

    private static boolean isReplayed(Answer answer) {
        return answer.headers().firstValue("Idempotent-Replayed").orElse("").equals("true");
    }
}
