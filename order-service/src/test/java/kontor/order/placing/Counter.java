package kontor.order.placing;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import org.springframework.http.HttpMethod;

/** Where customers order and wait while the catalog answers. */
final class Counter {

    private final Shop shop;

    Counter(Shop shop) {
        this.shop = shop;
    }

    /** Places an order of a customer who has none yet, with the catalog's answer while he waits. */
    Answer place(Customer customer, String body, LongConsumer answer) {
        return place(customer, UUID.randomUUID().toString(), body, answer);
    }

    Answer place(Customer customer, String key, String body, LongConsumer answer) {
        CompletableFuture<Answer> placing = CompletableFuture.supplyAsync(
                () -> shop.send(HttpMethod.POST, "/orders", customer.bearer(), body, headers -> {
                    headers.set("Idempotency-Key", key);
                    headers.set("Prefer", "wait=10");
                }));
        answer.accept(pendingOf(customer));
        return placing.join();
    }

    /** The one order of the customer, once it is stored. */
    long pendingOf(Customer customer) {
        shop.neighbours().await("retail_order where customer_id = " + customer.id());
        return shop.neighbours()
                .owner()
                .sql("select id from retail_order where customer_id = ?")
                .param(customer.id())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    long itemOf(long orderId) {
        return shop.neighbours()
                .owner()
                .sql("select id from order_item where order_id = ? and line_no = 1")
                .param(orderId)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
