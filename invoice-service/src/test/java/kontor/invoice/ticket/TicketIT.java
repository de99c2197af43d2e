package kontor.invoice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.invoice.Invoicing;
import kontor.invoice.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Staff with a ticket on an invoice reads it as long as he has the ticket (V-16, G-23). */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class TicketIT {

    private final Invoicing invoicing;
    private final Shop shop;
    private final Members members;
    private final TopicWriter topics;

    TicketIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
        this.members = members;
        this.topics = topics;
        shop.issuer();
    }

    private void tell(String type, long ticket, long version, Member staff, String targetType, long targetId) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        body.put("ticketId", ticket)
                .put("staffId", staff.id().toString())
                .put("targetType", targetType)
                .put("targetId", Long.toString(targetId));
        topics.send(Fact.of("kontor.support.ticket.v1", type, ticket, version, body.toString()));
        shop.awaitCount(
                "select count(*) from inbox_version where consumer = 'invoice.ticket' and key = ? and version >= ?",
                Long.toString(ticket),
                version);
    }

    @Test
    void isReadByTheStaffOfATicketAsLongAsHeHasIt() {
        long invoice = invoicing.issue(shop.customer()).id();
        Member staff = members.support(1);
        long ticket = shop.number();
        List<String> paths = List.of("/api/v1/invoices/" + invoice, "/api/v1/invoices/" + invoice + "/items");
        assertThat(paths).allSatisfy(path -> shop.get(staff.bearer(), path).expect(404));

        tell("kontor.support.ticket-assigned.v1", ticket, 1, staff, "INVOICE", invoice);
        assertThat(paths).allSatisfy(path -> shop.get(staff.bearer(), path).expect(200));
        assertThat(shop.get(staff.bearer(), "/api/v1/invoices").expect(200).items())
                .isEmpty();
        assertThat(paths)
                .allSatisfy(path -> shop.get(members.support(1).bearer(), path).expect(404));

        tell("kontor.support.assignment-ended.v1", ticket, 2, staff, "INVOICE", invoice);
        assertThat(paths).allSatisfy(path -> shop.get(staff.bearer(), path).expect(404));
    }

    @Test
    void isNotReadByWhoHasATicketOnSomethingElse() {
        long invoice = invoicing.issue(shop.customer()).id();
        Member staff = members.support(2);

        tell("kontor.support.ticket-assigned.v1", shop.number(), 1, staff, "ORDER", invoice);

        shop.get(staff.bearer(), "/api/v1/invoices/" + invoice).expect(404);
    }
}
