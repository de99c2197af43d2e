package kontor.ledger.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Purchases of the market as order-service tells of them, and what the ledger makes of their money. */
public final class Deals {

    static final String TOPIC = "kontor.order.market-purchase.v1";
    static final String PAYMENT_REQUESTED = "kontor.order.purchase-payment-requested.v1";
    static final String DONE = "kontor.order.purchase-done.v1";
    static final String CANCELLED = "kontor.order.purchase-cancelled.v1";
    static final String ADJUSTMENT_REQUESTED = "kontor.order.adjustment-requested.v1";

    /** When everything happens; the events of it come a second later. */
    static final Instant AT = Instant.parse("2026-06-01T12:00:00.000001Z");

    private static final AtomicLong IDS = new AtomicLong(10_000);

    private final TestDatabase database;
    private final TopicWriter topics;

    public Deals(TestDatabase database, TopicWriter topics) {
        this.database = database;
        this.topics = topics;
    }

    /**
     * A purchase.
     *
     * @param told version that its stream has come to
     */
    public record Deal(long id, UUID buyerId, UUID sellerId, long goods, long fees, long shipping, AtomicLong told) {

        public long total() {
            return goods + fees + shipping;
        }

        String key() {
            return Long.toString(id);
        }
    }

    /** A purchase, request or adjustment that no other test has. */
    public static long id() {
        return IDS.incrementAndGet();
    }

    /** Of 4 398, as the example of the contract, of which nothing was told yet. */
    public static Deal deal(Member buyer, Member seller) {
        return deal(buyer, seller, 3_690, 168, 540);
    }

    public static Deal deal(Member buyer, Member seller, long goods, long fees, long shipping) {
        return new Deal(id(), buyer.id(), seller.id(), goods, fees, shipping, new AtomicLong());
    }

    /** Asks for the total, once it is open. */
    public long pay(Deal deal) {
        return pay(deal, false);
    }

    /** The same, or notes that it came in from outside. */
    public long pay(Deal deal, boolean isExternal) {
        long request = id();
        tell(deal, paymentRequested(deal, request, isExternal));
        return request;
    }

    public void finish(Deal deal) {
        tell(deal, done(deal));
    }

    public void cancel(Deal deal) {
        tell(deal, cancelled(deal, "PAID"));
    }

    public long refund(Deal deal, long value) {
        return adjust(deal, "REFUND", value);
    }

    public long charge(Deal deal, long value) {
        return adjust(deal, "ADDITIONAL", value);
    }

    private long adjust(Deal deal, String direction, long value) {
        long adjustment = id();
        tell(deal, adjustmentRequested(deal, adjustment, direction, value));
        return adjustment;
    }

    Fact[] paymentRequested(Deal deal, long requestId, boolean isExternal) {
        ObjectNode body =
                body(PAYMENT_REQUESTED, deal).put("requestId", requestId).put("external", isExternal);
        return told(deal, PAYMENT_REQUESTED, body);
    }

    Fact[] done(Deal deal) {
        return told(deal, DONE, body(DONE, deal).put("doneAt", AT.toString()));
    }

    Fact[] cancelled(Deal deal, String oldStatus) {
        ObjectNode body = body(CANCELLED, deal).put("oldStatus", oldStatus).put("cancelledAt", AT.toString());
        return told(deal, CANCELLED, body);
    }

    Fact[] adjustmentRequested(Deal deal, long adjustmentId, String direction, long value) {
        boolean isRefund = direction.equals("REFUND");
        ObjectNode body = object(EventSchema.of(ADJUSTMENT_REQUESTED).example())
                .put("purchaseId", deal.id)
                .put("adjustmentId", adjustmentId)
                .put("buyerId", deal.buyerId.toString())
                .put("sellerId", deal.sellerId.toString())
                .put("receiverId", (isRefund ? deal.buyerId : deal.sellerId).toString())
                .put("direction", direction)
                .put("valueMinor", value)
                .put("at", AT.toString());
        return told(deal, ADJUSTMENT_REQUESTED, body);
    }

    private static ObjectNode body(String type, Deal deal) {
        return object(EventSchema.of(type).example())
                .put("purchaseId", deal.id)
                .put("buyerId", deal.buyerId.toString())
                .put("sellerId", deal.sellerId.toString())
                .put("goodsMinor", deal.goods)
                .put("feesMinor", deal.fees)
                .put("shippingMinor", deal.shipping)
                .put("totalMinor", deal.total());
    }

    /** The next fact of the stream, which begins with the asking for the goods. */
    private static Fact[] told(Deal deal, String type, ObjectNode body) {
        EventSchema.of(type).assertValid(body.toString());
        Stream<Fact> opening = deal.told.compareAndSet(0, 2)
                ? Stream.of(
                        Fact.example(TOPIC, "kontor.order.purchase-submitted.v1", deal.id, 1),
                        Fact.example(TOPIC, "kontor.order.purchase-opened.v1", deal.id, 2))
                : Stream.of();
        Fact fact = Fact.of(TOPIC, type, deal.id, deal.told.incrementAndGet(), body.toString())
                .header("ce_time", AT.plusSeconds(1).toString())
                .header("ce_actor", deal.buyerId.toString());
        return Stream.concat(opening, Stream.of(fact)).toArray(Fact[]::new);
    }

    /** Sends them and waits until the ledger has come to the end of the stream. */
    void tell(Deal deal, Fact... facts) {
        topics.send(facts);
        awaitHeard(List.of(deal));
    }

    void send(Stream<Fact[]> facts) {
        topics.send(facts.flatMap(Arrays::stream).toArray(Fact[]::new));
    }

    /** All that was told of these purchases. */
    void awaitHeard(List<Deal> deals) {
        Awaitility.await("the ledger to hear of purchases")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> deals.stream().allMatch(this::isHeard));
    }

    private boolean isHeard(Deal deal) {
        return database.asOwner()
                .sql("""
                        select exists (select from inbox_version
                        where consumer = 'ledger.escrow' and topic = ? and key = ? and version >= ?)
                        """)
                .params(TOPIC, deal.key(), deal.told.get())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
