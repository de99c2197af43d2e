package kontor.chat.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kontor.chat.Chat;
import kontor.chat.Neighbours;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.node.ObjectNode;

/** Who is told that a ticket, an order or a purchase stands otherwise than before (H-10). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class NoticeIT {

    private static final String ORDERS = "kontor.order.retail-order.v1";
    private static final String PURCHASES = "kontor.order.market-purchase.v1";

    private final Chat chat;
    private final TopicWriter topics;

    NoticeIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        topics = writer;
    }

    /** Kind, id and status of all that the member is told, once there are at least so many. */
    private List<String> told(Member member, int atLeast) {
        return Awaitility.await("notices").until(() -> told(member.id()), all -> all.size() >= atLeast);
    }

    private List<String> told(UUID member) {
        return chat.neighbours()
                .owner()
                .sql("""
                        select concat_ws(' ', n ->> 'type', n ->> 'id', n ->> 'status')
                        from (select position, cast(body as json) n from live_event
                            where member_id = ? and name = 'NOTICE') told
                        order by position
                        """)
                .param(member)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Member customer(long customerId) {
        return chat.members().change(chat.members().verified().with("customerId", customerId));
    }

    private static Fact order(String name, long id, long version, long customerId) {
        String type = "kontor.order." + name + ".v1";
        ObjectNode body = Neighbours.example(type).put("orderId", id).put("customerId", customerId);
        return Fact.of(ORDERS, type, id, version, body.toString());
    }

    @Test
    void tellsItsCreatorHowATicketStands() {
        Member ada = chat.members().verified();
        long ticket = chat.neighbours().ticket(ada);
        ObjectNode solved = Neighbours.example("kontor.support.ticket-status-changed.v1")
                .put("ticketId", ticket)
                .put("creatorId", ada.id().toString());
        chat.neighbours().tell(ticket, "kontor.support.ticket-status-changed.v1", solved);
        ObjectNode closed = Neighbours.example("kontor.support.ticket-closed.v1")
                .put("ticketId", ticket)
                .put("creatorId", ada.id().toString());
        chat.neighbours().tell(ticket, "kontor.support.ticket-closed.v1", closed);

        assertThat(told(ada, 3))
                .containsExactly(
                        "TICKET %d OPEN".formatted(ticket),
                        "TICKET %d SOLVED".formatted(ticket),
                        "TICKET %d CLOSED".formatted(ticket));
    }

    @Test
    void tellsAllMembersOfTheCustomerHowAnOrderStands() {
        long customer = Neighbours.nextId();
        long order = Neighbours.nextId();
        Member ada = customer(customer);
        Member ben = customer(customer);
        Member other = customer(Neighbours.nextId());

        topics.send(
                order("order-placed", order, 1, customer),
                order("order-status-changed", order, 2, customer),
                order("order-cancelled", order, 3, customer));

        List<String> expected = List.of(
                "ORDER %d NEW".formatted(order),
                "ORDER %d PACKAGED".formatted(order),
                "ORDER %d CANCELLED".formatted(order));
        assertThat(told(ada, 3)).isEqualTo(expected);
        assertThat(told(ben, 3)).isEqualTo(expected);
        assertThat(told(other.id())).isEmpty();
    }

    /** What an import tells is long past. */
    @Test
    void tellsOnlyWhatIsNew() {
        long customer = Neighbours.nextId();
        long order = Neighbours.nextId();
        Member ada = customer(customer);

        topics.send(
                order("order-placed", order, 1, customer).header("ce_imported", "true"),
                order("order-status-changed", order, 2, customer));

        assertThat(told(ada, 1)).containsExactly("ORDER %d PACKAGED".formatted(order));
    }

    /** To its seller a rejected purchase does not exist (O-26). */
    @Test
    void tellsTheBuyerAloneThatAPurchaseIsRejected() {
        Member buyer = chat.members().verified();
        Member seller = chat.members().verified();
        long purchase = chat.neighbours().submitted(buyer, seller);
        String type = "kontor.order.purchase-rejected.v1";
        ObjectNode rejected = Neighbours.example(type)
                .put("purchaseId", purchase)
                .put("buyerId", buyer.id().toString())
                .put("sellerId", seller.id().toString());
        topics.send(Fact.of(PURCHASES, type, purchase, 2, rejected.toString()));

        assertThat(told(buyer, 1)).containsExactly("PURCHASE %d REJECTED".formatted(purchase));
        assertThat(told(seller.id())).isEmpty();
    }
}
