package kontor.chat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final TestDatabase database;
    private final Chat chat;

    DatabaseIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        chat = new Chat(http, members, database, writer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update message set text = ''",
                "update message set seq = 1",
                "delete from message",
                "truncate message",
                "update attachment set sha256 = ''",
                "delete from attachment",
                "update audit set action = ''",
                "delete from audit",
                "delete from conversation",
                "update conversation set type = 'P'",
                "update conversation set created_by = gen_random_uuid()",
                "update conversation set context_id = 1",
                "update conversation set title = ''",
                "delete from conversation_member",
                "update conversation_member set role = 'STAFF'",
                "update conversation_member set member_id = gen_random_uuid()",
                "update known_purchase set buyer_id = gen_random_uuid()",
                "update live_event set body = ''",
                "update open_stream set member_id = gen_random_uuid()",
                "create table mine (id int)",
                "drop table message",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update message set text = 'x'",
                "delete from message",
                "update attachment set bytes = 1",
                "delete from attachment"
            })
    void forbidsItToTheOwnerToo(String sql) {
        assertThatThrownBy(() -> database.asOwner().sql(sql).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'X', null, null, 'x', 1           | conversation_type_known",
                "'P', 'ORDER', 1, 'x', 1           | conversation_context_fits",
                "'P', 'LISTING', null, 'x', 1      | conversation_context_whole",
                "'P', 'TICKET', -1, 'x', 1         | conversation_context_fits",
                "'S', null, null, 'x', 1           | conversation_context_fits",
                "'U', 'TICKET', -1, 'x', 1         | conversation_context_fits",
                "'P', null, null, '', 1            | conversation_title_length",
                "'P', null, null, repeat('x', 121), 1 | conversation_title_length",
                "'P', null, null, null, 0          | conversation_version_positive",
            })
    void refusesConversationsThatTheRulesForbid(String values, String constraint) {
        assertThatThrownBy(() -> database.asApp()
                        .sql("insert into conversation (id, created_by, type, context_type, context_id, title, version)"
                                + " values (-1, gen_random_uuid(), " + values + ")")
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update conversation set closed_at = now() where id = :id | conversation_closed_with_its_ticket",
                "update conversation set last_seq = 5 where id = :id      | conversation_last_message_whole",
                "update conversation_member set left_at = now() where conversation_id = :id"
                        + " | conversation_member_parties_stay",
                "update conversation_member set last_read_seq = -1 where conversation_id = :id"
                        + " | conversation_member_counts_positive",
            })
    void refusesChangesThatTheRulesForbid(String sql, String constraint) {
        long id = chat.talk(chat.members().verified());

        assertThatThrownBy(() -> database.asApp().sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1, 'x', null              | message_numbered_once",
                "0, 'x', null              | message_seq_positive",
                "2, null, null             | message_not_empty",
                "2, '', null               | message_text_length",
                "2, repeat('x', 4001), null | message_text_length",
                "2, null, 'x.png'          | message_image_is_the_senders",
            })
    void refusesMessagesThatTheRulesForbid(String values, String constraint) {
        Member ada = chat.members().verified();
        long id = chat.talk(ada);
        chat.write(ada, id, "hello").expect(201);

        assertThatThrownBy(() -> insert(id, ada.id(), UUID.randomUUID(), values))
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @Test
    void refusesTheSameMessageTwice() {
        Member ada = chat.members().verified();
        long id = chat.talk(ada);
        UUID name = UUID.randomUUID();
        chat.write(ada, id, name, "hello").expect(201);

        assertThatThrownBy(() -> insert(id, ada.id(), name, "2, 'x', null"))
                .rootCause()
                .hasMessageContaining("message_sent_once");
    }

    private void insert(long id, UUID senderId, UUID name, String values) {
        database.asApp()
                .sql("insert into message (id, conversation_id, sender_id, client_message_id, seq, text, image)"
                        + " values (nextval('message_seq'), ?, ?, ?, " + values + ")")
                .params(id, senderId, name)
                .update();
    }
}
