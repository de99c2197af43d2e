package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kontor.ledger.Shop;
import kontor.testkit.Member;

/** What an admin does with replenishments. */
public final class Replenishments {

    public static final String COLLECTIONS = "/api/v1/replenishment-collections";
    public static final String LINES = "/api/v1/replenishments";

    private final Shop shop;
    private final Member admin;
    private final Shop.Product product;

    /** @param product stands on every line */
    public Replenishments(Shop shop, Member admin, Shop.Product product) {
        this.shop = shop;
        this.admin = admin;
        this.product = product;
    }

    /** Two pieces on each line, long ago. */
    public Shop.Answer replenish(Member seller, long... totals) {
        return replenish(seller, lines(totals), Instant.EPOCH);
    }

    public Shop.Answer replenish(Member seller, String lines, Instant at) {
        return shop.post(admin.bearer(), COLLECTIONS, body(seller, lines, at));
    }

    public Shop.Answer switchOver(String path, long id, boolean revoked) {
        return shop.post(admin.bearer(), path + "/" + id + "/revocations", "{\"revoked\": %b}".formatted(revoked));
    }

    public String lines(long... totals) {
        return LongStream.of(totals)
                .mapToObj(total ->
                        "{\"productId\": %d, \"amount\": 2, \"totalPriceMinor\": %d}".formatted(product.id(), total))
                .collect(Collectors.joining(", "));
    }

    public static String body(Member seller, String lines, Instant at) {
        return "{\"sellerId\": \"%s\", \"at\": \"%s\", \"comment\": \"market\", \"lines\": [%s]}"
                .formatted(seller.id(), at, lines);
    }

    /** Id of a line of a collection that was answered. */
    public static long line(Shop.Answer made, int index) {
        return made.body().at("/lines/%d/id".formatted(index)).asLong();
    }
}
