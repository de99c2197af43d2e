package kontor.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.chat.Wire;
import kontor.chat.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What somebody has not read (H-9). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class UnreadIT {

    private final Chat chat;
    private final Wire wire;
    private final Member ada;
    private final Member ben;
    private final Member cleo;

    UnreadIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        chat = new Chat(http, members, database, writer);
        wire = new Wire(reader);
        ada = members.verified();
        ben = members.verified();
        cleo = members.verified();
    }

    /** Example 1. */
    @Test
    void countsWhatIsNeitherReadNorWritten() {
        long id = chat.talk(ada, ben, cleo);
        chat.write(ada, id, "one").expect(201);
        chat.write(ada, id, "two").expect(201);
        chat.mark(ben, id, 2).expect(200);
        chat.write(ben, id, "three").expect(201);

        assertThat(chat.unread(ada, id)).isEqualTo(1);
        assertThat(chat.unread(ben, id)).isZero();
        assertThat(chat.unread(cleo, id)).isEqualTo(3);
        assertThat(chat.mark(cleo, id, 2).expect(200).number("unread")).isEqualTo(1);
        Answer back = chat.mark(cleo, id, 1).expect(200);
        assertThat(back.number("lastReadSeq")).isEqualTo(2);
        assertThat(back.number("unread")).isEqualTo(1);
    }

    @Test
    void marksNothingThatIsNotWritten() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "one").expect(201);

        chat.mark(ben, id, 2).refused(422, "wrong-order");
        chat.mark(ben, id, -1).refused(400, "invalid-field");
        chat.mark(cleo, id, 1).refused(404, "not-found");

        assertThat(chat.unread(ben, id)).isEqualTo(1);
    }

    @Test
    void keepsTheMarkerOfWhoWritesBeforeHeHasRead() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "one").expect(201);
        chat.write(ben, id, "two").expect(201);

        assertThat(chat.unread(ben, id)).isEqualTo(1);
        assertThat(chat.mark(ben, id, 1).expect(200).number("unread")).isZero();
    }

    @Test
    void tellsMarkersThatMoveAndNoOthers() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "one").expect(201);
        chat.mark(ben, id, 0).expect(200);
        chat.mark(ben, id, 1).expect(200);
        chat.mark(ben, id, 1).expect(200);
        chat.write(ada, id, "two").expect(201);

        assertThat(wire.of(id, 4))
                .extracting(Told::name)
                .containsExactly("conversation-created", "message-posted", "read-marker-moved", "message-posted");
    }

    @Test
    void addsUpOverAllConversations() {
        Member dora = chat.members().verified();
        long first = chat.talk(ada, dora);
        long second = chat.talk(ben, dora);
        chat.talk(cleo, dora);
        chat.write(ada, first, "one").expect(201);
        chat.write(ada, first, "two").expect(201);
        chat.write(ben, second, "one").expect(201);

        Answer unread = chat.get(dora.bearer(), "/conversations/unread").expect(200);

        assertThat(unread.number("total")).isEqualTo(3);
        assertThat(unread.body()
                        .path("conversations")
                        .valueStream()
                        .map(one -> one.path("conversationId").asLong() + ":"
                                + one.path("unread").asLong()))
                .containsExactly(second + ":1", first + ":2");
    }

    /** Afterwards the markers are what a count says, which the verify set asks. */
    @Test
    void staysRightWhileAllWriteAndRead() {
        long id = chat.talk(ada, ben, cleo);
        List<Member> all = List.of(ada, ben, cleo);

        Together.all(60, n -> {
            Member one = all.get(n % 3);
            return n % 4 == 0
                    ? chat.mark(one, id, chat.conversation(one, id).number("lastSeq"))
                            .expect(200)
                    : chat.write(one, id, "m" + n).expect(201);
        });

        for (Member one : all) {
            long counted = chat.neighbours()
                    .owner()
                    .sql("""
                            select count(*) from message m join conversation_member s using (conversation_id)
                            where m.conversation_id = ? and s.member_id = ? and m.seq > s.last_read_seq
                                and m.sender_id <> s.member_id
                            """)
                    .params(id, one.id())
                    .query((row, n) -> row.getLong(1))
                    .single();
            assertThat(chat.unread(one, id)).isEqualTo(counted);
        }
    }
}
