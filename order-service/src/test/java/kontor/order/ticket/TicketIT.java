package kontor.order.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.order.Bazaar;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who has a ticket, as support-service tells it. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class TicketIT {

    private final TicketAssignments assignments;
    private final Bazaar bazaar;
    private final long ticket = Neighbours.nextId();
    private final long purchase = Neighbours.nextId();
    private final Members members;
    private final Member holder;
    private final UUID staff;

    TicketIT(
            TicketAssignments assignments,
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer) {
        this.assignments = assignments;
        this.members = members;
        holder = members.support(1);
        staff = holder.id();
        bazaar = new Shop(http, members, database, writer).bazaar();
    }

    private boolean has(UUID staffId, long purchaseId) {
        return assignments.has(staffId, TicketTarget.PURCHASE, purchaseId);
    }

    @Test
    void knowsWhoHasATicketOnWhat() {
        bazaar.assign(ticket, staff, "PURCHASE", purchase);

        assertThat(has(staff, purchase)).isTrue();
        assertThat(has(staff, purchase + 1)).isFalse();
        assertThat(has(members.support(1).id(), purchase)).isFalse();
        assertThat(assignments.has(staff, TicketTarget.ORDER, purchase)).isFalse();
    }

    @Test
    void forgetsAnAssignmentThatEnds() {
        bazaar.assign(ticket, staff, "PURCHASE", purchase);

        bazaar.end(ticket, staff);

        assertThat(has(staff, purchase)).isFalse();
    }

    /** Rights follow the copy of the members within seconds (G-19); the end of the assignment may come later. */
    @Test
    void forgetsWhoIsNoStaffAnyMore() {
        bazaar.assign(ticket, staff, "PURCHASE", purchase);

        members.change(holder.with("staffLevel", 0));

        assertThat(has(staff, purchase)).isFalse();
    }

    /** The end of the one who had it before may be told after the start of the one who takes it over. */
    @Test
    void keepsTheNewHolderWhicheverIsToldFirst() {
        UUID after = members.support(2).id();
        bazaar.assign(ticket, staff, "PURCHASE", purchase);

        bazaar.assign(ticket, after, "PURCHASE", purchase);
        bazaar.end(ticket, staff);

        assertThat(has(after, purchase)).isTrue();
        assertThat(has(staff, purchase)).isFalse();
    }

    @Test
    void keepsOneTicketWhileAnotherOnTheSameThingEnds() {
        bazaar.assign(ticket, staff, "PURCHASE", purchase);
        bazaar.assign(Neighbours.nextId(), staff, "PURCHASE", purchase);

        bazaar.end(ticket, staff);

        assertThat(has(staff, purchase)).isTrue();
    }

    @Test
    void takesNoNoticeOfWhatOthersOwn() {
        bazaar.assign(ticket, staff, "INVOICE", purchase);
        bazaar.assign(Neighbours.nextId(), staff, "ORDER", purchase);
        bazaar.assign(Neighbours.nextId(), staff, "PURCHASE", -purchase);

        assertThat(has(staff, purchase)).isFalse();
        assertThat(has(staff, -purchase)).isFalse();
        assertThat(assignments.has(staff, TicketTarget.ORDER, purchase)).isTrue();
    }
}
