package kontor.support.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import kontor.support.Helpline;
import kontor.support.Owners;
import kontor.support.Wire;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is written in the conversations of tickets (S-8, S-9). */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class ConversationIT {

    private final Helpline helpline;
    private final Wire wire;
    private final Clock clock;
    private final Member mia;
    private final Member one;

    ConversationIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            Clock clock) {
        helpline = new Helpline(http, members, database, writer);
        wire = new Wire(reader);
        this.clock = clock;
        mia = members.verified();
        one = members.support(1);
    }

    private long taken() {
        long ticket = helpline.opened(mia, Level.SUPPORT_1);
        helpline.take(ticket, one).expect(201);
        return ticket;
    }

    @Test
    void notesTheFirstAnswerAndWhoIsAtWork() {
        long ticket = taken();
        long conversation = helpline.link(ticket, mia);
        Instant at = clock.instant().plusSeconds(3);

        helpline.write(conversation, mia.id(), at);
        assertThat(helpline.ticket(ticket).body().path("firstAnswerAt").isNull())
                .isTrue();
        helpline.write(conversation, one.id(), at.plusSeconds(1));
        helpline.write(conversation, one.id(), at.plusSeconds(2));

        assertThat(helpline.says(ticket, "firstAnswerAt"))
                .isEqualTo(at.plusSeconds(1).toString());
        assertThat(helpline.owner()
                        .sql("select last_activity_at = cast(? as timestamptz) from assignment where ticket_id = ?")
                        .params(at.plusSeconds(2).toString(), ticket)
                        .query((row, n) -> row.getBoolean(1))
                        .single())
                .isTrue();
        Wire.Told answered = wire.of(ticket, 4).getLast();
        assertThat(answered.name()).isEqualTo("ticket-answered");
        assertThat(answered.actor()).isEqualTo(one.id().toString());
    }

    @Test
    void opensWhatWaitsForItsCreatorWhenHeWrites() {
        long ticket = taken();
        long conversation = helpline.link(ticket, mia);
        helpline.move(ticket, one, TicketStatus.PENDING).expect(200);

        helpline.write(conversation, one.id(), clock.instant());
        assertThat(helpline.says(ticket, "status")).isEqualTo("PENDING");
        helpline.write(conversation, mia.id(), clock.instant());

        assertThat(helpline.says(ticket, "status")).isEqualTo("OPEN");
        assertThat(helpline.log(ticket)).endsWith("STATUS PENDING -> OPEN (WRITTEN)");
        assertThat(helpline.actors(ticket)).endsWith(mia.id().toString());
    }

    /** Reopening is an action; but the days of a solved ticket begin anew. */
    @Test
    void leavesASolvedTicketAsItIs() {
        long ticket = taken();
        long conversation = helpline.link(ticket, mia);
        helpline.move(ticket, one, TicketStatus.SOLVED).expect(200);
        Instant at = clock.instant().plusSeconds(60);

        helpline.write(conversation, mia.id(), at);

        assertThat(helpline.says(ticket, "status")).isEqualTo("SOLVED");
        helpline.await("ticket where id = %d and touched_at = '%s'".formatted(ticket, at));
    }

    /** Both facts are in one poll, at whose beginning the conversation is not known. */
    @Test
    void hearsWhatIsWrittenWhenTheConversationBegins() {
        long ticket = taken();
        Instant at = clock.instant().plusSeconds(60);

        helpline.linkAndWrite(ticket, mia, at);

        helpline.await("ticket where id = %d and touched_at = '%s'".formatted(ticket, at));
    }

    @Test
    void takesNoNoticeOfOtherConversations() {
        long ticket = helpline.opened(mia);
        long other = Owners.nextId();
        helpline.owners()
                .tell(
                        "kontor.chat.conversation.v1",
                        "kontor.chat.conversation-created.v1",
                        other,
                        Map.of(
                                "conversationId",
                                other,
                                "type",
                                "PURCHASE",
                                "contextType",
                                "PURCHASE",
                                "contextId",
                                ticket));

        helpline.write(other, one.id(), clock.instant());

        assertThat(helpline.ticket(ticket).body().path("conversationId").isNull())
                .isTrue();
        assertThat(helpline.ticket(ticket).body().path("firstAnswerAt").isNull())
                .isTrue();
    }

    /** The first one told stays. */
    @Test
    void keepsItsConversation() {
        long ticket = helpline.opened(mia);
        long first = helpline.link(ticket, mia);

        helpline.link(ticket, mia);

        assertThat(helpline.ticket(ticket).body().path("conversationId").asLong())
                .isEqualTo(first);
    }
}
