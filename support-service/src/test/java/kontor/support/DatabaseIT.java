package kontor.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
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
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final TestDatabase database;
    private final Helpline helpline;

    DatabaseIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        helpline = new Helpline(http, members, database, writer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ticket_log set detail = ''",
                "delete from ticket_log",
                "truncate ticket_log",
                "update audit set action = ''",
                "delete from audit",
                "delete from ticket",
                "update ticket set creator_id = gen_random_uuid()",
                "update ticket set subject = ''",
                "update ticket set target_id = '1'",
                "update ticket set created_at = now()",
                "update ticket set external_id = '1'",
                "delete from assignment",
                "update assignment set staff_id = gen_random_uuid()",
                "update assignment set started_at = now()",
                "update assignment set ticket_id = 1",
                "update target_type set code = 'LOST'",
                "create table mine (id int)",
                "drop table ticket_log",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ticket_log set detail = 'x'", "delete from ticket_log", "truncate ticket_log"})
    void forbidsItToTheOwnerToo(String sql) {
        assertThatThrownBy(() -> database.asOwner().sql(sql).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'X'                          | ticket_status_known",
                "priority = 'X'                        | ticket_priority_known",
                "status = 'C'                          | ticket_closed_at_some_time",
                "closed_at = now()                     | ticket_closed_at_some_time",
                "status = 'P'                          | ticket_time_runs_while_open",
                "open_since = null                     | ticket_time_runs_while_open",
                "solution_due_at = null                | ticket_time_runs_while_open",
                "open_seconds = -1                     | ticket_open_seconds_not_negative",
                "reopened = -1                         | ticket_reopened_not_negative",
                "first_answer_at = '2000-01-01Z'       | ticket_answered_after_creation",
                "level = 'A'                           | levels only climb",
            })
    void refusesTicketsThatTheRulesForbid(String change, String constraint) {
        long id = helpline.opened(helpline.members().verified(), Level.SUPPORT_1);

        assertThatThrownBy(() -> database.asApp()
                        .sql("update ticket set " + change + " where id = ?")
                        .param(id)
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = 'S', closed_at = null", "level = 'C'", "priority = 'U'"})
    void keepsClosedTicketsClosed(String change) {
        Member mia = helpline.members().verified();
        long id = helpline.opened(mia);
        helpline.move(id, mia, TicketStatus.CLOSED).expect(200);

        assertThatThrownBy(() -> database.asApp()
                        .sql("update ticket set " + change + " where id = ?")
                        .param(id)
                        .update())
                .rootCause()
                .hasMessageContaining("closed is closed");
    }

    @Test
    void hasOneHolderAtMost() {
        long id = helpline.opened(helpline.members().verified());
        helpline.take(id, helpline.chief()).expect(201);

        assertThatThrownBy(() -> database.asApp().sql("""
                                insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
                                values (?, gen_random_uuid(), now(), now(), 'A')
                                """).param(id).update())
                .rootCause()
                .hasMessageContaining("assignment_one_active");
    }
}
