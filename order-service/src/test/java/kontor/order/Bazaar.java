package kontor.order;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TopicWriter;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Members who sell to each other: listings, packagings, tickets as their owners tell them, tariffs and purchases. */
public final class Bazaar {

    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SHIP_TO = """
            {"name": "Ada B", "street": "Sackstraße 7", "zipCode": "8010", "city": "Graz", "country": "AT"}""";

    private final Shop shop;
    private final TopicWriter topics;
    private long usualPackaging;
    private long usualTariff;

    Bazaar(Shop shop, TopicWriter topics) {
        this.shop = shop;
        this.topics = topics;
    }

    /** A purchase with its parties and what it is about. */
    public record Deal(long id, Member buyer, Member seller, long listing, long tariff) {

        public String path() {
            return "/market-purchases/" + id;
        }
    }

    /** An active listing from Hungary: three cups of 320 g at 1 845 each. */
    public long listing(Member seller) {
        return listing(seller, Map.of());
    }

    public long listing(Member seller, Map<String, ?> fields) {
        return tellListing(Neighbours.nextId(), seller, 1, fields);
    }

    /** Tells a state of a listing and waits until it is known. */
    public long tellListing(long id, Member seller, long version, Map<String, ?> fields) {
        ObjectNode state = example("kontor.catalog.listings-state.v1");
        state.put("listingId", id).put("sellerId", seller.id().toString()).put("version", version);
        fields.forEach((field, value) -> state.set(field, JSON.valueToTree(value)));
        topics.send(Fact.of(
                "kontor.catalog.listings.v1", "kontor.catalog.listings-state.v1", id, version, state.toString()));
        shop.neighbours().await("known_listing where id = %d and version >= %d".formatted(id, version));
        return id;
    }

    /** A carton of 350 x 250 x 120 mm and 210 g. */
    public long packaging() {
        return tellPackaging(Neighbours.nextId(), Map.of());
    }

    /** One for all purchases of a test. */
    long usualPackaging() {
        if (usualPackaging == 0) {
            usualPackaging = packaging();
        }
        return usualPackaging;
    }

    /** Tells a packaging and waits until it is known. */
    public long tellPackaging(long id, Map<String, ?> fields) {
        ObjectNode body = example("kontor.catalog.packaging-changed.v1");
        body.put("packagingId", id).put("name", "Carton " + id);
        fields.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        awaitApplied(
                "order.packagings",
                id,
                tell("kontor.catalog.packaging.v1", "kontor.catalog.packaging-changed.v1", id, body));
        return id;
    }

    /** A tracked tariff from Hungary to Hungary and Austria, up to 10 kg, 600 x 400 x 400 mm, at 540. */
    public Answer tariff() {
        return tariff(Map.of());
    }

    /** One for all purchases of a test. */
    long usualTariff() {
        if (usualTariff == 0) {
            usualTariff = tariff().id();
        }
        return usualTariff;
    }

    public Answer tariff(Map<String, ?> fields) {
        return shop.post(shop.admin().bearer(), "/shipping-tariffs", tariffBody(fields))
                .expect(201);
    }

    public static String tariffBody(Map<String, ?> fields) {
        ObjectNode body = (ObjectNode) JSON.readTree("""
                {"carrier": "Magyar Posta", "name": "Parcel M", "originCountry": "HU",
                 "destinationCountries": ["HU", "AT"], "maxWeightG": 10000, "maxLengthMm": 600, "maxWidthMm": 400,
                 "maxHeightMm": 400, "priceMinor": 540, "tracked": true}
                """);
        fields.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        return body.toString();
    }

    /** Staff of level 1 with a ticket on this, until {@link #end}. */
    public Member assigned(long ticketId, String targetType, long targetId) {
        Member staff = shop.members().support(1);
        assign(ticketId, staff.id(), targetType, targetId);
        return staff;
    }

    /** Support-service tells that he has the ticket now, and it is known. */
    public void assign(long ticketId, UUID staffId, String targetType, long targetId) {
        ObjectNode body = example("kontor.support.ticket-assigned.v1");
        body.put("ticketId", ticketId)
                .put("staffId", staffId.toString())
                .put("targetType", targetType)
                .put("targetId", Long.toString(targetId));
        awaitApplied(
                "order.ticket",
                ticketId,
                tell("kontor.support.ticket.v1", "kontor.support.ticket-assigned.v1", ticketId, body));
    }

    /** Support-service tells that he has it no longer, and it is known. */
    public void end(long ticketId, UUID staffId) {
        ObjectNode body = example("kontor.support.assignment-ended.v1");
        body.put("ticketId", ticketId).put("staffId", staffId.toString());
        awaitApplied(
                "order.ticket",
                ticketId,
                tell("kontor.support.ticket.v1", "kontor.support.assignment-ended.v1", ticketId, body));
    }

    /** Two cups by post, OPEN. */
    public Deal opened() {
        return opened(shop.members().verified(), shop.members().verified());
    }

    public Deal opened(Member buyer, Member seller) {
        long listing = listing(seller);
        long tariff = usualTariff();
        String body = """
                {"lines": [{"listingId": %d, "quantity": 2}], "packagingId": %d, "shippingTariffId": %d, "shipTo": %s}
                """.formatted(listing, usualPackaging(), tariff, SHIP_TO);
        long id = now(buyer, "/market-purchases", body).expect(202).id();
        ObjectNode reserved = example("kontor.catalog.listing-reserved.v1").put("purchaseId", id);
        ((ObjectNode) reserved.at("/lines/0"))
                .put("listingId", listing)
                .put("sellerId", seller.id().toString());
        tell("kontor.catalog.reservation.v1", "kontor.catalog.listing-reserved.v1", "purchase:" + id, reserved);
        await(id, "O");
        return new Deal(id, buyer, seller, listing, tariff);
    }

    public Deal paid() {
        return paid(opened());
    }

    public Deal paid(Deal deal) {
        Answer asked = now(deal.buyer(), deal.path() + "/payment", "{}");
        ObjectNode funded = example("kontor.ledger.escrow-funded.v1");
        funded.put("purchaseId", deal.id())
                .put("buyerId", deal.buyer().id().toString())
                .put("requestId", pendingPayment(deal.id()))
                .put("amountMinor", asked.expect(202).body().path("totalMinor").asLong());
        tell("kontor.ledger.escrow.v1", "kontor.ledger.escrow-funded.v1", deal.id(), funded);
        await(deal.id(), "P");
        return deal;
    }

    public Deal shipped(Deal deal) {
        shop.post(deal.seller().bearer(), deal.path() + "/shipment", "{\"trackingNumber\": \"RR 1 HU\"}")
                .expect(200);
        return deal;
    }

    public Deal done() {
        return done(paid());
    }

    public Deal done(Deal paid) {
        shop.post(paid.buyer().bearer(), shipped(paid).path() + "/confirmation", "{}")
                .expect(200);
        return paid;
    }

    /** Without waiting for a decision. */
    private Answer now(Member caller, String path, String body) {
        return shop.send(HttpMethod.POST, path, caller.bearer(), body, headers -> {
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
        });
    }

    private long pendingPayment(long id) {
        return shop.neighbours()
                .owner()
                .sql("select pending_payment_id from market_purchase where id = ?")
                .param(id)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private void await(long id, String letter) {
        shop.neighbours().await("market_purchase where id = %d and status = '%s'".formatted(id, letter));
    }

    /** The version it was told under. */
    long tell(String topic, String type, Object key, JsonNode body) {
        long version = VERSIONS.computeIfAbsent(topic + key, ignored -> new AtomicLong())
                .incrementAndGet();
        topics.send(Fact.of(topic, type, key, version, body.toString()));
        return version;
    }

    /** Waits until the consumer has heard all that was told under this key. */
    void awaitHeard(String consumer, String topic, Object key) {
        shop.neighbours()
                .await("inbox_version where consumer = '%s' and key = '%s' and version >= %d"
                        .formatted(
                                consumer,
                                key,
                                VERSIONS.getOrDefault(topic + key, new AtomicLong())
                                        .get()));
    }

    private void awaitApplied(String consumer, long key, long version) {
        shop.neighbours()
                .await("inbox_version where consumer = '%s' and key = '%d' and version >= %d"
                        .formatted(consumer, key, version));
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) JSON.readTree(EventSchema.of(type).example());
    }
}
