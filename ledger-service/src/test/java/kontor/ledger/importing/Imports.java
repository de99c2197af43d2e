package kontor.ledger.importing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.testkit.Member;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The history of a community shop as the importer sends it; ids of the source are never used twice. */
public final class Imports {

    public static final String PATH = "/api/v1/imports/community-facts";

    private static final AtomicLong IDS = new AtomicLong(70_000);

    private final Shop shop;
    private final Member admin;

    /** With an admin who imports, and who did everything in the history too. */
    public Imports(Shop shop, Member admin) {
        this.shop = shop;
        this.admin = admin;
    }

    /** A fact of the source. */
    public record Fact(String externalId, String json) {

        /** The same with other text in its JSON. */
        public Fact with(String text, String other) {
            return new Fact(externalId, json.replace(text, other));
        }
    }

    /** An id that no row of the source has. */
    public static String id() {
        return Long.toString(IDS.incrementAndGet());
    }

    public Shop.Answer send(Fact... facts) {
        return send(List.of(facts));
    }

    public Shop.Answer send(List<Fact> facts) {
        return shop.post(admin.bearer(), PATH, null, body(facts));
    }

    public static String body(List<Fact> facts) {
        return "{\"source\": \"community\", \"facts\": [%s]}"
                .formatted(facts.stream().map(Fact::json).collect(Collectors.joining(", ")));
    }

    public Fact deposit(Member member, long amountMinor, String at) {
        return fact("DEPOSIT", at, """
                "memberId": "%s", "byAdminId": "%s", "amountMinor": %d, "comment": "cash"
                """.formatted(member.id(), admin.id(), amountMinor));
    }

    public Fact purchase(Member buyer, Shop.Product product, int amount, long unitPriceMinor, String at) {
        return purchase(buyer, product, amount, unitPriceMinor, at, null);
    }

    public Fact purchase(
            Member buyer, Shop.Product product, int amount, long unitPriceMinor, String at, @Nullable UUID byAdminId) {
        return fact("PURCHASE", at, """
                "memberId": "%s", "productId": %d, "amount": %d, "unitPriceMinor": %d, "byAdminId": %s
                """.formatted(
                        buyer.id(),
                        product.id(),
                        amount,
                        unitPriceMinor,
                        byAdminId == null ? "null" : "\"" + byAdminId + "\""));
    }

    /** Lines of two pieces each. */
    public Fact replenishment(Member seller, Shop.Product product, String at, List<String> lineIds, long... totals) {
        return fact("REPLENISHMENT", at, """
                "sellerId": "%s", "byAdminId": "%s", "comment": "market", "lines": [%s]
                """.formatted(seller.id(), admin.id(), lines(lineIds.size(), i ->
                """
                                {"externalId": "%s", "productId": %d, "amount": 2, "totalPriceMinor": %d}
                                """.formatted(lineIds.get(i), product.id(), totals[i]))));
    }

    public Fact stocktaking(Shop.Product product, int count, String at) {
        return fact("STOCKTAKING", at, """
                "byAdminId": "%s", "lines": [{"externalId": "%s", "productId": %d, "count": %d}]
                """.formatted(admin.id(), id(), product.id(), count));
    }

    public Fact switched(Fact deposit, boolean revoked, String at) {
        return switched("DEPOSIT_SWITCH", "depositExternalId", deposit.externalId(), revoked, at);
    }

    /** A switch of this kind, by the field that names the thing. */
    public Fact switched(String kind, String field, String thing, boolean revoked, String at) {
        return fact(kind, at, """
                "%s": "%s", "revoked": %b, "%s": "%s"
                """.formatted(
                        field, thing, revoked, kind.equals("PURCHASE_SWITCH") ? "actorId" : "byAdminId", admin.id()));
    }

    public Fact purchaseSwitched(Fact purchase, boolean revoked, String at) {
        return switched("PURCHASE_SWITCH", "purchaseExternalId", purchase.externalId(), revoked, at);
    }

    public Fact collectionSwitched(Fact collection, boolean revoked, String at) {
        return switched("REPLENISHMENT_SWITCH", "collectionExternalId", collection.externalId(), revoked, at);
    }

    public Fact lineSwitched(String lineId, boolean revoked, String at) {
        return switched("REPLENISHMENT_LINE_SWITCH", "lineExternalId", lineId, revoked, at);
    }

    public Fact stocktakingSwitched(Fact stocktaking, boolean revoked, String at) {
        return switched("STOCKTAKING_SWITCH", "stocktakingExternalId", stocktaking.externalId(), revoked, at);
    }

    /** One fact of each kind, switches behind what they switch; all of the same day. */
    public List<Fact> ofEveryKind(Member member, Shop.Product product) {
        String at = "2019-05-04T10:00:00Z";
        String line = id();
        Fact deposit = deposit(member, 5_000, at);
        Fact purchase = purchase(member, product, 2, 150, at);
        Fact collection = replenishment(member, product, at, List.of(line), 700);
        Fact stocktaking = stocktaking(product, 7, at);
        return List.of(
                deposit,
                purchase,
                collection,
                stocktaking,
                switched(deposit, true, at),
                purchaseSwitched(purchase, true, at),
                lineSwitched(line, true, at),
                collectionSwitched(collection, true, at),
                stocktakingSwitched(stocktaking, true, at));
    }

    /** Ids of the rows made or found, in the order of the request. */
    public static List<Long> ids(Shop.Answer answer) {
        return column(answer, "id").map(JsonNode::asLong).toList();
    }

    public static List<String> outcomes(Shop.Answer answer) {
        return column(answer, "outcome").map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> column(Shop.Answer answer, String name) {
        return answer.body().path("results").valueStream().map(result -> result.path(name));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining(", "));
    }

    private static Fact fact(String kind, String at, String fields) {
        String id = id();
        return new Fact(
                id,
                "{\"kind\": \"%s\", \"externalId\": \"%s\", \"at\": \"%s\", %s}"
                        .formatted(kind, id, at, fields.strip()));
    }
}
