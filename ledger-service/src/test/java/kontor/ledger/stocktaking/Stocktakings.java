package kontor.ledger.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.ledger.Shop;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;

/** What an admin does with stocktakings; tests share a shop, so each counts everything that is in it. */
public final class Stocktakings {

    public static final String PATH = "/api/v1/stocktakings";

    private final Shop shop;
    private final TestDatabase database;
    private final Member admin;

    public Stocktakings(Shop shop, TestDatabase database, Member admin) {
        this.shop = shop;
        this.database = database;
        this.admin = admin;
    }

    /** Exactly what has to be counted; what is not named stays active with nothing left. */
    public Shop.Answer count(Instant at, Map<Long, Integer> counts) {
        return post(at, lines(counts));
    }

    public Shop.Answer post(Instant at, String lines) {
        return shop.post(admin.bearer(), PATH, body(at, lines));
    }

    public Shop.Answer switchOver(long id, boolean revoked) {
        return shop.post(admin.bearer(), PATH + "/" + id + "/revocations", "{\"revoked\": %b}".formatted(revoked));
    }

    public String lines(Map<Long, Integer> counts) {
        return countable().stream()
                .map(id -> line(id, counts.getOrDefault(id, 0)))
                .collect(Collectors.joining(", "));
    }

    /** Ids of what has to be counted now. */
    public List<Long> countable() {
        return database.asOwner().sql("""
                        select id from known_product
                        where active and not withdrawn and stock_policy = 'TRACKED' order by id
                        """).query((row, n) -> row.getLong(1)).list();
    }

    public static String line(long productId, int count) {
        return "{\"productId\": %d, \"count\": %d, \"keepActive\": true}".formatted(productId, count);
    }

    public static String body(Instant at, String lines) {
        return "{\"at\": \"%s\", \"lines\": [%s]}".formatted(at, lines);
    }
}
