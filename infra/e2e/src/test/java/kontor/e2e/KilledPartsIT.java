package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
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
        List<Consumer<AtomicBoolean>> buyers = members.stream()
                .<Consumer<AtomicBoolean>>map(
                        member -> isOver -> buyUntil(isOver, kiosk, member, product, acknowledged))
                .toList();

        new Ordeal(shop, community).killed(part, buyers, acknowledged::size, BEFORE, AFTER);

        for (String member : members) {
            long bought = acknowledged.values().stream().filter(member::equals).count();
            assertThat(community.credit(member)).isEqualTo(-10 * bought);
        }
    }

    /** What a kill had broken would still be broken: one look after all of them sees it. */
    @AfterAll
    static void everythingHolds(Shop shop) {
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }

    /** Buys one piece after the other. */
    private static void buyUntil(
            AtomicBoolean isOver, Client kiosk, String member, long product, Map<String, String> acknowledged) {
        String cart = Community.cart(member, product, 1);
        while (!isOver.get()) {
            String key = UUID.randomUUID().toString();
            Ordeal.untilAnswered(
                    () -> kiosk.post("/api/v1/shelf-purchases", cart, key), answer -> answer.status() == 201);
            acknowledged.put(key, member);
        }
    }
}
