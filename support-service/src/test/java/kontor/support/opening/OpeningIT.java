package kontor.support.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Helpline;
import kontor.support.Owners;
import kontor.support.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Members ask for help (S-1 to S-3). */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class OpeningIT {

    private final Helpline helpline;
    private final Desk desk;
    private final Members members;
    private final Wire wire;

    OpeningIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        helpline = new Helpline(http, members, database, writer);
        desk = helpline.desk();
        this.members = members;
        wire = new Wire(reader);
    }

    private static String about(String type, Object id) {
        return Helpline.request(", \"targetType\": \"%s\", \"targetId\": \"%s\"".formatted(type, id));
    }

    /** Chat may be away: the ticket is there, and gets its conversation later. */
    @Test
    void opensATicketThatGetsItsConversationLater() {
        Member mia = members.verified();

        Answer opened = helpline.open(mia, about("MEMBER", mia.id())).expect(202);

        assertThat(opened.headers().getLocation()).hasPath("/api/v1/tickets/" + opened.id());
        assertThat(opened.headers().getFirst("Preference-Applied")).isEqualTo("wait=0");
        assertThat(opened.body().path("status").asString()).isEqualTo("OPEN");
        assertThat(opened.body().path("level").asString()).isEqualTo("AUTO");
        assertThat(opened.body().path("priority").asString()).isEqualTo("NORMAL");
        assertThat(opened.body().path("conversationId").isNull()).isTrue();
        Wire.Told told = wire.of(opened.id(), 1).getFirst();
        assertThat(told.name()).isEqualTo("ticket-opened");
        assertThat(told.actor()).isEqualTo(mia.id().toString());
        assertThat(told.body().path("firstText").asString()).isEqualTo("Where is it?");
        assertThat(told.body().path("automaticAnswer").asString()).isNotBlank();
        assertThat(helpline.log(opened.id())).containsExactly("OPEN - -> OPEN");
        assertThat(desk.audits("ticket", opened.id())).isEmpty();

        long conversation = helpline.link(opened.id(), mia);

        Answer read = desk.get(mia.bearer(), Helpline.path(opened.id())).expect(200);
        assertThat(read.body().path("conversationId").asLong()).isEqualTo(conversation);
        assertThat(read.etag()).isNotEqualTo(opened.etag());
    }

    @Test
    void waitsForTheConversationAsLongAsTheCallerWants() {
        Member mia = members.verified();
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> opening = CompletableFuture.supplyAsync(() -> waiting(mia, key));
        String rows = "ticket where creator_id = '%s'".formatted(mia.id());
        helpline.await(rows);
        long ticket = helpline.owner()
                .sql("select id from " + rows)
                .query((row, n) -> row.getLong(1))
                .single();

        long conversation = helpline.link(ticket, mia);

        Answer opened = opening.join().expect(201);
        assertThat(opened.body().path("conversationId").asLong()).isEqualTo(conversation);
        Answer again = waiting(mia, key).expect(201);
        assertThat(again.text()).isEqualTo(opened.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    private Answer waiting(Member member, String key) {
        return desk.send(HttpMethod.POST, "/tickets", member.bearer(), Helpline.request(""), headers -> {
            headers.set("Idempotency-Key", key);
            headers.set("Prefer", "wait=10");
        });
    }

    @Test
    void opensOneTicketForOneKey() {
        Member mia = members.verified();
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Together.all(
                8,
                n -> desk.send(HttpMethod.POST, "/tickets", mia.bearer(), Helpline.request(""), headers -> {
                    headers.set("Idempotency-Key", key);
                    headers.set("Prefer", "wait=0");
                }));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(helpline.owner()
                        .sql("select count(*) from ticket where creator_id = ?")
                        .param(mia.id())
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
        desk.post(mia.bearer(), "/tickets", key, Helpline.request(", \"priority\": \"LOW\""))
                .refused(422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource({"LOW, 48", "NORMAL, 24", "HIGH, 8"})
    void letsMembersSayHowUrgentItIs(String priority, int hours) {
        Answer opened = helpline.open(
                        members.verified(), Helpline.request(", \"priority\": \"%s\"".formatted(priority)))
                .expect(202);

        assertThat(opened.body().path("priority").asString()).isEqualTo(priority);
        assertThat(helpline.owner()
                        .sql("""
                                select first_answer_due_at = created_at + make_interval(hours => ?)
                                from ticket where id = ?
                                """)
                        .params(hours, opened.id())
                        .query((row, n) -> row.getBoolean(1))
                        .single())
                .isTrue();
    }

    @Test
    void keepsUrgencyToChiefs() {
        String urgent = Helpline.request(", \"priority\": \"URGENT\"");

        helpline.open(members.verified(), urgent).refused(403, "forbidden-field");
        helpline.open(members.support(2), urgent).refused(403, "forbidden-field");

        Answer opened = helpline.open(members.admin(), urgent).expect(202);
        assertThat(opened.body().path("level").asString()).isEqualTo("SUPPORT_1");
        assertThat(helpline.log(opened.id())).containsExactly("OPEN - -> OPEN", "ESCALATE AUTO -> SUPPORT_1 (URGENT)");
        assertThat(desk.audits("ticket", opened.id())).containsExactly("escalate-ticket");
        assertThat(wire.of(opened.id(), 2))
                .extracting(Wire.Told::name)
                .containsExactly("ticket-opened", "ticket-escalated");
    }

    /** Half a target, an absent one and a foreign one are all the same (S-2). */
    @Test
    void refusesWhatItsCreatorDoesNotSee() {
        Member mia = members.verified();
        long foreign = Owners.nextId();
        helpline.owners()
                .tell(
                        "kontor.order.market-purchase.v1",
                        "kontor.order.purchase-submitted.v1",
                        foreign,
                        Map.of("purchaseId", foreign));

        Answer ofOthers = helpline.open(mia, about("PURCHASE", foreign)).refused(422, "unknown-reference");
        Answer ofNobody = helpline.open(mia, about("PURCHASE", Owners.nextId())).refused(422, "unknown-reference");
        assertThat(ofOthers.body().path("detail")).isEqualTo(ofNobody.body().path("detail"));
        assertThat(ofOthers.pointer()).isEqualTo(ofNobody.pointer()).isEqualTo("/targetId");
        helpline.open(mia, Helpline.request(", \"targetType\": \"ORDER\"")).refused(422, "unknown-reference");
        helpline.open(mia, Helpline.request(", \"targetId\": \"1\"")).refused(422, "unknown-reference");
        helpline.open(mia, about("MEMBER", "x".repeat(40))).refused(422, "unknown-reference");
    }

    @Test
    void opensATicketOnWhatItsCreatorSees() {
        Member mia = members.verified();
        long purchase = Owners.nextId();
        helpline.owners()
                .tell(
                        "kontor.order.market-purchase.v1",
                        "kontor.order.purchase-submitted.v1",
                        purchase,
                        Map.of("purchaseId", purchase, "buyerId", mia.id().toString()));

        Answer opened = helpline.open(mia, about("PURCHASE", purchase)).expect(202);

        assertThat(opened.body().path("targetType").asString()).isEqualTo("PURCHASE");
        assertThat(opened.body().path("targetId").asString()).isEqualTo(Long.toString(purchase));
    }
}
