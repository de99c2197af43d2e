package kontor.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services that chat-service hears of, played by records that fit their contracts. */
public final class Neighbours {

    private static final AtomicLong IDS = new AtomicLong(1_000 + System.nanoTime() % 100_000 * 1_000);
    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();
    private static final String TICKETS = "kontor.support.ticket.v1";

    private final TestDatabase database;
    private final TopicWriter topics;

    Neighbours(TestDatabase database, TopicWriter topics) {
        this.database = database;
        this.topics = topics;
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    public JdbcClient owner() {
        return database.asOwner();
    }

    /** An active listing of this seller. */
    public long listing(Member seller) {
        return tellListing(nextId(), seller, "ACTIVE");
    }

    /** Tells a state of a listing and waits until it is known. */
    public long tellListing(long id, Member seller, String status) {
        ObjectNode state = example("kontor.catalog.listings-state.v1");
        long version = next("listing" + id);
        state.put("listingId", id)
                .put("sellerId", seller.id().toString())
                .put("status", status)
                .put("version", version);
        send("kontor.catalog.listings.v1", "kontor.catalog.listings-state.v1", id, version, state);
        await("known_listing where id = %d and version >= %d".formatted(id, version));
        return id;
    }

    /** A purchase that is OPEN, and known. */
    public long purchase(Member buyer, Member seller) {
        long id = submitted(buyer, seller);
        ObjectNode opened = example("kontor.order.purchase-opened.v1");
        opened.put("purchaseId", id)
                .put("buyerId", buyer.id().toString())
                .put("sellerId", seller.id().toString());
        send("kontor.order.market-purchase.v1", "kontor.order.purchase-opened.v1", id, next("purchase" + id), opened);
        await("known_purchase where id = " + id);
        return id;
    }

    /** A purchase that the catalog has not decided yet. */
    public long submitted(Member buyer, Member seller) {
        long id = nextId();
        ObjectNode submitted = example("kontor.order.purchase-submitted.v1");
        submitted
                .put("purchaseId", id)
                .put("buyerId", buyer.id().toString())
                .put("sellerId", seller.id().toString());
        long version = next("purchase" + id);
        send("kontor.order.market-purchase.v1", "kontor.order.purchase-submitted.v1", id, version, submitted);
        awaitHeard("chat.purchases", id, version);
        return id;
    }

    /** A ticket about nothing, whose conversation has begun. */
    public long ticket(Member creator) {
        return ticket(nextId(), creator, "It is broken.");
    }

    public long ticket(long ticketId, Member creator, String text) {
        ObjectNode opened = example("kontor.support.ticket-opened.v1");
        opened.put("ticketId", ticketId)
                .put("creatorId", creator.id().toString())
                .put("firstText", text)
                .put("actorId", creator.id().toString());
        tell(ticketId, "kontor.support.ticket-opened.v1", opened);
        return ticketId;
    }

    /** Staff takes a ticket; the type and id say what the ticket is about. */
    public void assign(long ticketId, Member staff, String targetType, long targetId) {
        assignment("kontor.support.ticket-assigned.v1", ticketId, staff, "TAKEN", targetType, targetId);
    }

    public void end(long ticketId, Member staff, String cause, String targetType, long targetId) {
        assignment("kontor.support.assignment-ended.v1", ticketId, staff, cause, targetType, targetId);
    }

    private void assignment(String type, long ticketId, Member staff, String cause, String targetType, long targetId) {
        ObjectNode body = example(type);
        body.put("ticketId", ticketId)
                .put("staffId", staff.id().toString())
                .put("actorId", staff.id().toString())
                .put("cause", cause)
                .put("targetType", targetType)
                .put("targetId", Long.toString(targetId));
        tell(ticketId, type, body);
    }

    public void close(long ticketId, UUID by) {
        ObjectNode body = example("kontor.support.ticket-closed.v1");
        body.put("ticketId", ticketId).put("actorId", by.toString());
        tell(ticketId, "kontor.support.ticket-closed.v1", body);
    }

    /** Tells a fact of a ticket and waits until it is applied. */
    public void tell(long ticketId, String type, JsonNode body) {
        long version = next("ticket" + ticketId);
        send(TICKETS, type, ticketId, version, body);
        awaitHeard("chat.tickets", ticketId, version);
    }

    /** Tells a fact that cannot be applied. */
    public void send(long ticketId, String type, String body) {
        topics.send(Fact.of(TICKETS, type, ticketId, next("ticket" + ticketId), body));
    }

    /** The conversation of a thing. */
    public long conversation(String contextType, long contextId) {
        return owner().sql("select id from conversation where context_type = ? and context_id = ?")
                .params(contextType, contextId)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Actions written down for this conversation, oldest first. */
    public List<String> audits(long conversationId) {
        return owner().sql("select action from audit where target_type = 'conversation' and target_id = ? order by id")
                .param(Long.toString(conversationId))
                .query((row, n) -> row.getString(1))
                .list();
    }

    public static ObjectNode example(String type) {
        return (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
    }

    private static long next(String stream) {
        return VERSIONS.computeIfAbsent(stream, ignored -> new AtomicLong()).incrementAndGet();
    }

    private void send(String topic, String type, Object key, long version, JsonNode body) {
        topics.send(Fact.of(topic, type, key, version, body.toString()));
    }

    private void awaitHeard(String consumer, long key, long version) {
        await("inbox_version where consumer = '%s' and key = '%d' and version >= %d".formatted(consumer, key, version));
    }

    /** Waits until there is such a row. */
    public void await(String rows) {
        Awaitility.await(rows)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> owner().sql("select exists (select from " + rows + ")")
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }
}
