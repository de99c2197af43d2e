package kontor.order.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** An order and its items are read at one moment: no reader sees half of a move (O-5). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class OneMomentIT {

    private static final int ROUNDS = 2;

    private final Shop shop;
    private final Customer cleo;
    private final AtomicLong newest = new AtomicLong();
    private final AtomicBoolean isMoving = new AtomicBoolean(true);

    OneMomentIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        cleo = shop.customer();
    }

    @Test
    void showsNobodyHalfOfAMove() {
        newest.set(shop.placed(cleo, 2).id());

        List<Set<String>> seen = Together.all(3, n -> n == 0 ? move() : look());

        assertThat(seen.stream().flatMap(Set::stream).distinct())
                .contains("NEW NEW NEW", "DELIVERED DELIVERED DELIVERED")
                .allMatch(statuses -> Set.of(statuses.split(" ", 2)[0]).containsAll(List.of(statuses.split(" ", -1))));
    }

    private Set<String> move() {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                long id = shop.placed(cleo, 2).id();
                newest.set(id);
                for (String status : List.of("PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED")) {
                    shop.move(id, status).expect(200);
                }
            }
            return Set.of();
        } finally {
            isMoving.set(false);
        }
    }

    private Set<String> look() {
        Set<String> shown = new HashSet<>();
        while (isMoving.get()) {
            shown.add(statuses(shop.order(newest.get()).body()));
            shown.add(statuses(shop.get(cleo.bearer(), "/orders?limit=1")
                    .expect(200)
                    .body()
                    .at("/items/0")));
        }
        return shown;
    }

    /** That of the order, then those of its items. */
    private static String statuses(JsonNode order) {
        return Stream.concat(Stream.of(order), order.path("items").valueStream())
                .map(thing -> thing.path("status").asString(""))
                .collect(Collectors.joining(" "));
    }
}
