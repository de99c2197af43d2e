package kontor.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kontor.order.Bazaar.Deal;
import kontor.testkit.EventSchema;
import kontor.testkit.Member;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Purchases step by step, with what catalog and ledger say of them, and when. */
public final class Dealer {

    public static final String PURCHASES = "kontor.order.market-purchase.v1";
    public static final String ESCROW = "kontor.ledger.escrow.v1";

    private static final String RESERVATIONS = "kontor.catalog.reservation.v1";

    private final Shop shop;
    private final Bazaar bazaar;

    public Dealer(Shop shop) {
        this.shop = shop;
        this.bazaar = shop.bazaar();
    }

    /** Two pieces of each listing by this tariff, sent to the address example 5 speaks of. */
    public String order(long tariff, long... listings) {
        return orderIn(bazaar.usualPackaging(), tariff, listings);
    }

    public String orderIn(long packaging, long tariff, long... listings) {
        String lines = LongStream.of(listings)
                .mapToObj("{\"listingId\": %d, \"quantity\": 2}"::formatted)
                .collect(Collectors.joining(", "));
        return """
                {"lines": [%s], "packagingId": %d, "shippingTariffId": %d,
                "shipTo": {"name": "Ada", "street": "A|B \\\\ C", "zipCode": "8010", "city": "Graz",
                "country": "AT"}}""".formatted(lines, packaging, tariff);
    }

    /** A purchase that the catalog has not decided. */
    public Deal submitted(Member buyer, Member seller) {
        long listing = bazaar.listing(seller);
        long tariff = bazaar.usualTariff();
        long id = now(buyer.bearer(), "/market-purchases", order(tariff, listing))
                .expect(202)
                .id();
        return new Deal(id, buyer, seller, listing, tariff);
    }

    public Deal submitted() {
        return submitted(shop.members().verified(), shop.members().verified());
    }

    /** Does not wait for a decision. */
    public Answer now(String bearer, String path, String body) {
        return now(bearer, path, UUID.randomUUID().toString(), body);
    }

    public Answer now(String bearer, String path, String key, String body) {
        return send(bearer, path, key, body, 0);
    }

    /** Waits for a decision as long as one may. */
    public CompletableFuture<Answer> waiting(String bearer, String path, String body) {
        return waiting(bearer, path, UUID.randomUUID().toString(), body);
    }

    public CompletableFuture<Answer> waiting(String bearer, String path, String key, String body) {
        return CompletableFuture.supplyAsync(() -> send(bearer, path, key, body, 10));
    }

    private Answer send(String bearer, String path, String key, String body, int seconds) {
        return shop.send(HttpMethod.POST, path, bearer, body, headers -> {
            headers.set("Idempotency-Key", key);
            headers.set("Prefer", "wait=" + seconds);
        });
    }

    /** The catalog holds the pieces. */
    public void sayReserved(Deal deal) {
        ObjectNode reserved = example("kontor.catalog.listing-reserved.v1").put("purchaseId", deal.id());
        ((ObjectNode) reserved.at("/lines/0"))
                .put("listingId", deal.listing())
                .put("sellerId", deal.seller().id().toString());
        bazaar.tell(RESERVATIONS, "kontor.catalog.listing-reserved.v1", "purchase:" + deal.id(), reserved);
    }

    /** The catalog holds nothing. */
    public void sayShort(Deal deal) {
        ObjectNode refused = example("kontor.catalog.listing-refused.v1").put("purchaseId", deal.id());
        ((ObjectNode) refused.at("/lines/0")).put("listingId", deal.listing());
        bazaar.tell(RESERVATIONS, "kontor.catalog.listing-refused.v1", "purchase:" + deal.id(), refused);
    }

    /** The ledger answers the open payment. */
    public void sayPayment(long id, String answer) {
        sayPayment(id, pending(id, "payment"), answer);
    }

    public void sayPayment(long id, long request, String answer) {
        say(id, "escrow-" + answer, "requestId", request);
    }

    /** The ledger answers the open adjustment. */
    public void sayAdjustment(long id, String answer) {
        say(id, "adjustment-" + answer, "adjustmentId", pending(id, "adjustment"));
    }

    private void say(long id, String name, String field, long number) {
        String type = "kontor.ledger.%s.v1".formatted(name);
        bazaar.tell(ESCROW, type, id, example(type).put("purchaseId", id).put(field, number));
    }

    /** All that catalog and ledger said of it is applied. */
    public void awaitHeard(long id) {
        bazaar.awaitHeard("order.listing-reservation", RESERVATIONS, "purchase:" + id);
        bazaar.awaitHeard("order.escrow", ESCROW, id);
    }

    /** The open question about a purchase, once there is one. */
    public long pending(long id, String what) {
        String column = "pending_%s_id".formatted(what);
        shop.neighbours().await("market_purchase where id = %d and %s is not null".formatted(id, column));
        return shop.neighbours()
                .owner()
                .sql("select %s from market_purchase where id = ?".formatted(column))
                .param(id)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Waits until it stands there and nothing is decided any more. */
    public Answer settled(long id, String letter) {
        shop.neighbours()
                .await("market_purchase where id = %d and status = '%s' and pending_action is null"
                        .formatted(id, letter));
        return purchase(id);
    }

    /** The one purchase of a buyer, once it is stored. */
    public long ofBuyer(Member buyer) {
        shop.neighbours().await("market_purchase where buyer_id = '%s'".formatted(buyer.id()));
        return shop.neighbours()
                .owner()
                .sql("select id from market_purchase where buyer_id = ?")
                .param(buyer.id())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** As admins see it. */
    public Answer purchase(long id) {
        return shop.get(shop.admin().bearer(), "/market-purchases/" + id).expect(200);
    }

    /** Letters with their details, oldest first. */
    public List<String> log(long id) {
        return shop.neighbours()
                .owner()
                .sql("select action || ' ' || detail from purchase_log where purchase_id = ? order by id")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Who is in the log, oldest first. */
    public List<String> actors(long id) {
        return shop.neighbours()
                .owner()
                .sql("select actor_id::text from purchase_log where purchase_id = ? order by id")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public static String adjustment(Member receiver, long minor) {
        return "{\"receiverId\": \"%s\", \"valueMinor\": %d}".formatted(receiver.id(), minor);
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
    }
}
