package kontor.ledger.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kontor.ledger.Shop;
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

/** Staff with a ticket on a shelf purchase reads it as long as he has the ticket (G-23). */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class TicketIT {

    private final Members members;
    private final TestDatabase database;
    private final TopicWriter topics;
    private final Shop shop;

    TicketIT(Members members, TestDatabase database, TopicWriter topics, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.topics = topics;
        shop = new Shop(database, topics, http);
    }

    private void tell(String type, long version, Member staff, String targetType, long purchase) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        body.put("ticketId", purchase)
                .put("staffId", staff.id().toString())
                .put("targetType", targetType)
                .put("targetId", Long.toString(purchase));
        topics.send(Fact.of("kontor.support.ticket.v1", type, purchase, version, body.toString()));
        Awaitility.await("the ledger to hear of ticket " + purchase)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                                .sql("""
                                        select count(*) from inbox_version
                                        where consumer = 'ledger.ticket' and key = ? and version >= ?
                                        """)
                                .params(Long.toString(purchase), version)
                                .query((row, n) -> row.getLong(1))
                                .single()
                        == 1);
    }

    private long bought() {
        return shop.buy(members.verified(), shop.product(100, "0"), 1)
                .body()
                .at("/purchases/0/id")
                .asLong();
    }

    private int read(Member staff, long purchase) {
        return shop.get(staff.bearer(), "/api/v1/shelf-purchases/" + purchase).status();
    }

    @Test
    void isReadByTheStaffOfATicketAsLongAsHeHasIt() {
        long purchase = bought();
        Member staff = members.support(1);
        assertThat(read(staff, purchase)).isEqualTo(404);

        tell("kontor.support.ticket-assigned.v1", 1, staff, "SHELF_PURCHASE", purchase);
        assertThat(read(staff, purchase)).isEqualTo(200);
        assertThat(read(members.support(3), purchase)).isEqualTo(404);

        tell("kontor.support.assignment-ended.v1", 2, staff, "SHELF_PURCHASE", purchase);
        assertThat(read(staff, purchase)).isEqualTo(404);
    }

    @Test
    void isNotReadByWhoHasATicketOnSomethingElse() {
        long purchase = bought();
        Member staff = members.support(2);

        tell("kontor.support.ticket-assigned.v1", 1, staff, "PURCHASE", purchase);

        assertThat(read(staff, purchase)).isEqualTo(404);
    }
}
