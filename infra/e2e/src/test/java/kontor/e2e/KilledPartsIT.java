package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher brings a killed part back, no acknowledged purchase is missing, and none happened twice. */
@Order(3)
@ExtendWith(ShopExtension.class)
class KilledPartsIT {

    private static final int BUYERS = 4;
    private static final int BEFORE = 40;
    private static final int AFTER = 60;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Shop shop;
    private final Community community;

    KilledPartsIT(Shop shop) {
        this.shop = shop;
        this.community = Community.of(shop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "catalog", "identity", "gateway", "postgres", "kafka"})
    void losesNoPurchaseWhenAPartIsKilled(String part) throws Exception {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            members.add(community.member("Killed " + part + i, "Board"));
        }
        long product = community.product(10);
        Client kiosk = shop.as("kiosk");
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> buying = new ArrayList<>();
            for (String member : members) {
                buying.add(buyers.submit(() -> buyUntil(over, kiosk, member, product, acknowledged)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= BEFORE);
            ProcessHandle killed = shop.kill(part);
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= BEFORE + AFTER);
            over.set(true);
            for (Future<?> one : buying) {
                one.get();
            }
            shop.awaitReturn(part, killed);
        }
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(community::isServed);

        for (String member : members) {
            long bought = acknowledged.values().stream().filter(member::equals).count();
            assertThat(community.credit(member)).isEqualTo(-10 * bought);
        }
        assertThat(shop.run("check"))
                .satisfies(
                        check -> assertThat(check.status()).as(check.output()).isZero());
    }

    /**
     * Buys one piece after the other; one in doubt is asked again with its key until the shop says what became of it.
     */
    private void buyUntil(
            AtomicBoolean over, Client kiosk, String member, long product, Map<String, String> acknowledged) {
        while (!over.get()) {
            String key = UUID.randomUUID().toString();
            while (!isBought(kiosk, member, product, key)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            acknowledged.put(key, member);
        }
    }

    private static boolean isBought(Client kiosk, String member, long product, String key) {
        try {
            Answer answer = kiosk.post("/api/v1/shelf-purchases", Community.cart(member, product, 1), key);
            return answer.status() == 201;
        } catch (RuntimeException inDoubt) {
            return false;
        }
    }
}
