package kontor.catalog.stock;

import java.time.Duration;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.TestDatabase;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What stands on the shelf, as admins see and correct it. */
public final class Shelf {

    private final Shop shop;
    private final TestDatabase database;

    public Shelf(Shop shop, TestDatabase database) {
        this.shop = shop;
        this.database = database;
    }

    public void correct(long product, int delta) {
        correction(product, Map.of("delta", delta, "reason", "counted")).expect(201);
    }

    /** As the admin sends it, whatever the answer is. */
    public Answer correction(long product, Map<String, ?> body) {
        return shop.postOnce(corrections(product), body);
    }

    static String corrections(long product) {
        return "/products/" + product + "/stock-corrections";
    }

    public JsonNode stock(long product) {
        return shop.get("/products/" + product + "/stock", shop.admin())
                .expect(200)
                .body();
    }

    public int onHand(long product) {
        return stock(product).get("onHand").asInt();
    }

    public JsonNode moves(long product, String query) {
        return shop.get("/products/" + product + "/stock-moves" + query, shop.admin())
                .expect(200)
                .body()
                .get("items");
    }

    long sumOfMoves(long product) {
        return database.asOwner()
                .sql("select sum(delta) from stock_move where product_id = ?")
                .param(product)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    public int sumOfMovesSinceBase(long product) {
        return database.asOwner()
                .sql("""
                    select s.base_count + coalesce(sum(m.delta), 0) from stock s
                    left join stock_move m on m.product_id = s.product_id and (s.base_at is null or m.at >= s.base_at)
                    where s.product_id = ? group by s.base_count
                    """)
                .param(product)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    public void awaitOnHand(long product, int expected) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThatOnHandIs(product, expected));
    }

    private void assertThatOnHandIs(long product, int expected) {
        int found = onHand(product);
        if (found != expected) {
            throw new AssertionError("Expected %d on hand, found %d".formatted(expected, found));
        }
    }
}
