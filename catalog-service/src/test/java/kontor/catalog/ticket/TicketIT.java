package kontor.catalog.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kontor.catalog.Shop;
import kontor.catalog.listing.Stall;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Staff with a ticket on a listing reads it as long as he has the ticket, whatever its status (G-23). */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class TicketIT {

    private final Members members;
    private final TestDatabase database;
    private final TopicWriter topics;
    private final Shop shop;
    private final Stall stall;

    TicketIT(RestTestClient http, Members members, TestDatabase database, TopicWriter topics) {
        this.members = members;
        this.database = database;
        this.topics = topics;
        shop = new Shop(http, members);
        stall = new Stall(shop, members.verified());
    }

    private void tell(String type, long version, Member staff, long listing) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        body.put("ticketId", listing)
                .put("staffId", staff.id().toString())
                .put("targetType", "LISTING")
                .put("targetId", Long.toString(listing));
        topics.send(Fact.of("kontor.support.ticket.v1", type, listing, version, body.toString()));
        Awaitility.await("the catalog to hear of ticket " + listing)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                                .sql("""
                                        select count(*) from inbox_version
                                        where consumer = 'catalog.ticket' and key = ? and version >= ?
                                        """)
                                .params(Long.toString(listing), version)
                                .query((row, n) -> row.getLong(1))
                                .single()
                        == 1);
    }

    @Test
    void isReadByTheStaffOfATicketAsLongAsHeHasIt() {
        long draft = stall.draft(1);
        Member staff = members.support(1);
        String path = "/listings/" + draft;
        shop.get(path, staff).refused(404, "not-found");

        tell("kontor.support.ticket-assigned.v1", 1, staff, draft);
        assertThat(shop.get(path, staff).expect(200).text()).doesNotContain("Kossuth");
        shop.get(path, members.support(2)).refused(404, "not-found");

        tell("kontor.support.assignment-ended.v1", 2, staff, draft);
        shop.get(path, staff).refused(404, "not-found");
    }

    /** At once, and not only when support-service has ended his assignments. */
    @Test
    void isNotReadByWhoIsNoStaffAnyMore() {
        long draft = stall.draft(1);
        Member staff = members.support(1);
        tell("kontor.support.ticket-assigned.v1", 1, staff, draft);
        shop.get("/listings/" + draft, staff).expect(200);

        Member former = members.change(staff.with("staffLevel", 0));

        Awaitility.await()
                .untilAsserted(() -> shop.get("/listings/" + draft, former).refused(404, "not-found"));
    }
}
