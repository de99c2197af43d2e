package kontor.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** More callers wait for the catalog than there are connections to the database (G-29). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class WaitingIT {

    private static final int WAITING = 24;

    private final Shop shop;

    WaitingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
    }

    @Test
    void holdsNoConnection() throws Exception {
        Customer cleo = shop.customer();
        String order = shop.order(cleo, 1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> waiting = Stream.generate(() -> callers.submit(placing(cleo, order)))
                    .limit(WAITING)
                    .toList();
            String placed = "(select count(*) as placed from retail_order where customer_id = %d) as orders"
                    .formatted(cleo.id());
            shop.neighbours().await(placed + " where placed = " + WAITING);

            shop.get(cleo.bearer(), "/orders").expect(200);

            assertThat(waiting).noneMatch(Future::isDone);
            for (long id : shop.neighbours()
                    .owner()
                    .sql("select id from retail_order where customer_id = ?")
                    .param(cleo.id())
                    .query(Long.class)
                    .list()) {
                shop.neighbours().sayReserved(id);
            }
            for (Future<Answer> one : waiting) {
                assertThat(one.get().expect(201).stands()).isEqualTo("NEW");
            }
        }
    }

    private Callable<Answer> placing(Customer customer, String order) {
        return () -> shop.send(HttpMethod.POST, "/orders", customer.bearer(), order, headers -> {
            headers.set("Idempotency-Key", Shop.named("key").replace(' ', '-'));
            headers.set("Prefer", "wait=10");
        });
    }
}
