package kontor.support.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Helpline;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Queues of staff, and what members find of their own (S-5). */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class TicketListIT {

    private final Helpline helpline;
    private final Desk desk;
    private final Members members;

    TicketListIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        helpline = new Helpline(http, members, database, writer);
        desk = helpline.desk();
        this.members = members;
    }

    private List<Long> ids(Member caller, String query) {
        Answer page = desk.get(caller.bearer(), "/tickets?" + query).expect(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asLong())
                .toList();
    }

    /** Tickets on one thing, which nobody else's test uses. */
    private long about(Member creator, Member thing, String more) {
        String body =
                Helpline.request(", \"targetType\": \"MEMBER\", \"targetId\": \"%s\"%s".formatted(thing.id(), more));
        return helpline.open(creator, body).expect(202).id();
    }

    @Test
    void showsMembersTheirOwnAndStaffWhatIsUpToItsLevel() {
        Member thing = members.verified();
        Member mia = members.verified();
        long auto = about(mia, thing, "");
        long first = about(mia, thing, "");
        desk.post(mia.bearer(), Helpline.path(first) + "/human", "{}").expect(200);
        long second = about(mia, thing, "");
        desk.post(mia.bearer(), Helpline.path(second) + "/human", "{}").expect(200);
        desk.post(helpline.chief().bearer(), Helpline.path(second) + "/escalation", "{}")
                .expect(200);
        String query = "targetType=MEMBER&targetId=%s&sort=createdAt".formatted(thing.id());

        assertThat(ids(mia, query)).containsExactly(auto, first, second);
        assertThat(ids(members.verified(), query)).isEmpty();
        assertThat(ids(members.support(1), query)).containsExactly(auto, first);
        assertThat(ids(members.support(2), query)).containsExactly(auto, first, second);
        assertThat(ids(members.admin(), query + "&level=SUPPORT_1&level=SUPPORT_2"))
                .containsExactly(first, second);
    }

    /** Its own ticket at any level, as its creator. */
    @Test
    void showsStaffWhatItHasOpenedItself() {
        Member one = members.support(1);
        long ticket = helpline.opened(one, Level.SUPPORT_2);

        assertThat(ids(one, "level=SUPPORT_2")).containsExactly(ticket);
        desk.get(one.bearer(), Helpline.path(ticket)).expect(200);
        desk.get(one.bearer(), Helpline.path(ticket) + "/assignments").expect(200);
    }

    @Test
    void findsByEverythingThatATicketSays() {
        Member thing = members.verified();
        Member mia = members.verified();
        Member one = members.support(1);
        long low = about(mia, thing, ", \"priority\": \"LOW\"");
        long high = about(mia, thing, ", \"priority\": \"HIGH\"");
        long taken = about(mia, thing, "");
        helpline.take(taken, one).expect(201);
        helpline.move(taken, one, TicketStatus.PENDING).expect(200);
        helpline.owner()
                .sql("update ticket set first_answer_breached_at = now() where id = ?")
                .param(low)
                .update();
        String query = "targetId=%s&".formatted(thing.id());

        assertThat(ids(one, query + "status=PENDING")).containsExactly(taken);
        assertThat(ids(one, query + "assignedTo=" + one.id())).containsExactly(taken);
        assertThat(ids(one, query + "unassigned=true&sort=createdAt")).containsExactly(low, high);
        assertThat(ids(one, query + "unassigned=false")).containsExactly(taken);
        assertThat(ids(one, query + "breached=true")).containsExactly(low);
        assertThat(ids(one, query + "breached=false&sort=createdAt")).containsExactly(high, taken);
        assertThat(ids(one, query + "priority=HIGH&priority=LOW&sort=priority")).containsExactly(low, high);
        assertThat(ids(one, query + "sort=-priority")).containsExactly(high, taken, low);
        assertThat(ids(one, query + "sort=firstAnswerDueAt")).containsExactly(high, taken, low);
        assertThat(ids(one, query + "from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(one, query + "to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(one, query + "status=PENDING&externalId=retail:1")).isEmpty();
    }

    @Test
    void pagesThroughAQueueBySortKey() {
        Member thing = members.verified();
        Member mia = members.verified();
        List<Long> all = IntStream.range(0, 5)
                .mapToObj(n -> about(mia, thing, n % 2 == 0 ? "" : ", \"priority\": \"HIGH\""))
                .toList();
        String query = "/tickets?sort=-priority&limit=2&count=true&targetId=" + thing.id();

        Answer first = desk.get(mia.bearer(), query).expect(200);
        Answer second = desk.get(
                        mia.bearer(),
                        query + "&cursor=" + first.body().path("next").asString())
                .expect(200);

        assertThat(first.body().path("total").asInt()).isEqualTo(5);
        assertThat(first.body().at("/items/0/id").asLong()).isEqualTo(all.get(3));
        assertThat(first.body().at("/items/1/id").asLong()).isEqualTo(all.get(1));
        assertThat(second.body().at("/items/0/id").asLong()).isEqualTo(all.get(4));
    }

    /** However many there are. */
    @Test
    void readsAPageByOneStatement() {
        Member mia = members.verified();
        IntStream.range(0, 4).forEach(n -> helpline.opened(mia));

        assertThat(Statements.of(() -> desk.get(mia.bearer(), "/tickets").expect(200)))
                .hasSize(1);
        assertThat(Statements.of(
                        () -> desk.get(helpline.chief().bearer(), "/tickets").expect(200)))
                .hasSize(1);
    }

    @Test
    void showsTheLogToStaffAndAssignmentsToTheCreatorToo() {
        Member mia = members.verified();
        Member one = members.support(1);
        long ticket = helpline.opened(mia);
        helpline.take(ticket, one).expect(201);
        String path = Helpline.path(ticket);

        desk.get(mia.bearer(), path + "/log").refused(403, "forbidden");
        JsonNode log = desk.get(one.bearer(), path + "/log").expect(200).body().path("items");
        assertThat(log).extracting(row -> row.path("action").asString()).containsExactly("OPEN", "ESCALATE", "TAKE");
        JsonNode assignments =
                desk.get(mia.bearer(), path + "/assignments").expect(200).body().path("items");
        assertThat(assignments).singleElement().satisfies(row -> {
            assertThat(row.path("staffId").asString()).isEqualTo(one.id().toString());
            assertThat(row.path("status").asString()).isEqualTo("ACTIVE");
        });
        desk.get(members.verified().bearer(), path + "/assignments").refused(404, "not-found");
    }
}
