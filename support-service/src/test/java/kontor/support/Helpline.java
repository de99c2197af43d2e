package kontor.support;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.security.Caller;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Members who need help, staff who gives it, and chat-service, played by records that fit its contracts. */
public final class Helpline {

    private static final String CONVERSATIONS = "kontor.chat.conversation.v1";
    private static final String CREATED = "kontor.chat.conversation-created.v1";

    private final Desk desk;
    private final Members members;
    private final Owners owners;
    private final TestDatabase database;
    private @Nullable Member chief;

    public Helpline(RestTestClient http, Members members, TestDatabase database, TopicWriter topics) {
        desk = new Desk(http, database);
        this.members = members;
        owners = new Owners(database, topics);
        this.database = database;
    }

    public Desk desk() {
        return desk;
    }

    public Members members() {
        return members;
    }

    public Owners owners() {
        return owners;
    }

    public JdbcClient owner() {
        return database.asOwner();
    }

    /** The same one for all tests of a class. */
    public Member chief() {
        if (chief == null) {
            chief = members.support(3);
        }
        return chief;
    }

    /** The member as he is told once he is anonymised. */
    public static Member gone(Member member) {
        return member.inactive()
                .with("status", "ANONYMISED")
                .with("hasLogIn", false)
                .with("subject", null);
    }

    public static String path(long ticket) {
        return "/tickets/" + ticket;
    }

    /** A request for help; more fields begin with a comma. */
    public static String request(String more) {
        return "{\"subject\": \"The parcel is missing\", \"text\": \"Where is it?\"%s}".formatted(more);
    }

    /** Opens without waiting; chat says nothing yet. */
    public Answer open(Member member, String body) {
        return desk.send(HttpMethod.POST, "/tickets", member.bearer(), body, headers -> {
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
        });
    }

    public long opened(Member creator) {
        return open(creator, request("")).expect(202).id();
    }

    /** One at this level. */
    public long opened(Member creator, Level level) {
        long ticket = opened(creator);
        if (level != Level.AUTO) {
            desk.post(creator.bearer(), path(ticket) + "/human", "{}").expect(200);
        }
        for (int at = Level.SUPPORT_1.rank(); at < level.rank(); at++) {
            desk.post(chief().bearer(), path(ticket) + "/escalation", "{}").expect(200);
        }
        return ticket;
    }

    public Answer take(long ticket, Member staff) {
        return desk.post(staff.bearer(), path(ticket) + "/assignments", "{\"takeOver\": true}");
    }

    public Answer move(long ticket, Member by, TicketStatus to) {
        return desk.post(by.bearer(), path(ticket) + "/status", "{\"status\": \"%s\"}".formatted(to));
    }

    /** The ticket as chiefs see it. */
    public Answer ticket(long id) {
        return desk.get(chief().bearer(), path(id)).expect(200);
    }

    /** What the ticket says of this field. */
    public String says(long id, String field) {
        return ticket(id).body().path(field).asString("");
    }

    /** What is OPEN and waits for staff, in the order of its list. */
    public List<Long> queue() {
        return desk.get(chief().bearer(), "/tickets?status=OPEN&unassigned=true&limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(ticket -> ticket.path("id").asLong())
                .toList();
    }

    /** Chat opens the conversation of the ticket, and it is known. */
    public long link(long ticket, Member creator) {
        long conversation = Owners.nextId();
        owners.tell(CONVERSATIONS, CREATED, conversation, created(conversation, ticket, creator));
        return conversation;
    }

    /** The same, and he writes there at the same moment. */
    public void linkAndWrite(long ticket, Member creator, Instant at) {
        long conversation = Owners.nextId();
        owners.say(CONVERSATIONS, CREATED, conversation, created(conversation, ticket, creator));
        write(conversation, creator.id(), at);
    }

    private static Map<String, Object> created(long conversation, long ticket, Member creator) {
        return Map.of(
                "conversationId",
                conversation,
                "contextId",
                ticket,
                "members",
                List.of(Map.of("memberId", creator.id().toString(), "role", "PARTY")));
    }

    /** Somebody has written in the conversation, and it is known. */
    public void write(long conversation, UUID sender, Instant at) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("conversationId", conversation);
        fields.put("messageId", Owners.nextId());
        fields.put("senderId", sender.toString());
        fields.put("at", at.toString());
        owners.tell(CONVERSATIONS, "kontor.chat.message-posted.v1", conversation, fields);
    }

    /** The log of a ticket: action, detail and actor of each row, oldest first. */
    public List<String> log(long ticket) {
        return owner().sql("select action || ' ' || detail from ticket_log where ticket_id = ? order by id")
                .param(ticket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Who did what is in the log, oldest first. */
    public List<String> actors(long ticket) {
        return owner().sql("select actor_id from ticket_log where ticket_id = ? order by id")
                .param(ticket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Who it was by the clock. */
    public static String system() {
        return Caller.SYSTEM.toString();
    }

    /** Status of the assignment of this staff, empty if there is none. */
    public String assignment(long ticket, Member staff) {
        return owner().sql("select status from assignment where ticket_id = ? and staff_id = ?")
                .params(ticket, staff.id())
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse("");
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
