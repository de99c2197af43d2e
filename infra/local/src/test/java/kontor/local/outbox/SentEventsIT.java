package kontor.local.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import kontor.local.stack.Texts;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has left is kept by the database itself and put back as it was, under the platform's own migrations. */
class SentEventsIT {

    private static final Path MIGRATIONS = Path.of("../platform/src/main/resources/db/platform");
    private static final String FACT = "kontor.sample.jar-opened.v1";
    private static final String STATE = "kontor.sample.jars-state.v1";

    private final TestDatabase database = PostgresServer.createFor("sent");

    @BeforeEach
    void migrate() throws SQLException {
        try (Connection owner = database.dataSource(database.owner()).getConnection();
                Statement statement = owner.createStatement()) {
            for (String migration : Texts.in(MIGRATIONS, ".sql")) {
                statement.execute(migration.replace("${app}", database.app().name()));
            }
        }
    }

    @Test
    void putsFactsBackAsTheyWereInTheirOrder() throws Exception {
        write(FACT, "7", 1, "2 days");
        write(FACT, "8", 1, "1 hours");
        write(FACT, "7", 2, "1 hours");
        List<String> written = rows("outbox");
        relay();
        assertThat(rows("outbox")).isEmpty();
        assertThat(rows("outbox_sent")).isEqualTo(written);

        assertThat(facts("3 hours")).isEqualTo(2);

        assertThat(rows("outbox")).isEqualTo(written.subList(1, 3));
        assertThat(rows("outbox_sent")).isEqualTo(written.subList(0, 1));
    }

    @Test
    void canPutTheSameBackAgainOnceItHasLeft() throws Exception {
        write(FACT, "7", 1, "1 hours");
        List<String> written = rows("outbox");
        relay();

        assertThat(facts("3 hours")).isEqualTo(1);
        assertThat(facts("3 hours")).isZero();
        relay();
        assertThat(facts("3 hours")).isEqualTo(1);

        assertThat(rows("outbox")).isEqualTo(written);
        assertThat(rows("outbox_sent")).isEmpty();
    }

    @Test
    void putsOnlyTheNewestStateOfAKeyBack() throws Exception {
        write(STATE, "7", 1, "3 hours");
        write(STATE, "7", 2, "2 hours");
        write(STATE, "8", 1, "1 hours");
        write(FACT, "7", 1, "1 hours");
        relay();
        write(STATE, "8", 2, "0 hours");

        assertThat(states("5 hours")).isEqualTo(1);

        assertThat(keys("outbox")).containsExactly("8 2", "7 2");
    }

    @Test
    void forgetsWhatLeftMoreThanAWeekAgo() throws Exception {
        write(FACT, "7", 1, "8 days");
        write(FACT, "8", 1, "6 days");
        relay();

        assertThat(keys("outbox_sent")).containsExactly("8 1");
    }

    @Test
    void isKeptFromTheApplicationThatRelays() {
        write(FACT, "7", 1, "1 hours");
        relay();

        assertThatThrownBy(() -> database.asApp().sql("delete from outbox_sent").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.asApp()
                        .sql("update outbox_sent set payload = 'x'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void write(String type, String key, long version, String ago) {
        database.asApp().sql("""
                        insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id,
                            correlation_id, traceparent, since)
                        values (gen_random_uuid(), 'kontor.sample.jar.v1', ?, ?, ?, '{"lid": "Ő"}',
                            now() - interval '9 years', gen_random_uuid(), 'c', '00-1-2-01',
                            clock_timestamp() - cast(? as interval))
                        """).params(key, version, type, ago).update();
    }

    /** As the relay deletes what the broker has acknowledged. */
    private void relay() {
        database.asApp().sql("""
                        with quick as materialized (select set_config('synchronous_commit', 'off', true))
                        delete from outbox using quick where id = any(array(select id from outbox))
                        """).update();
    }

    private long facts(String ago) throws SQLException, InterruptedException {
        try (Connection connection = database.dataSource(database.owner()).getConnection()) {
            return new SentEvents(connection).facts(since(ago));
        }
    }

    private long states(String ago) throws SQLException, InterruptedException {
        try (Connection connection = database.dataSource(database.owner()).getConnection()) {
            return new SentEvents(connection).states(since(ago));
        }
    }

    private Instant since(String ago) {
        return database.asOwner()
                .sql("select now() - cast(? as interval)")
                .param(ago)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private List<String> keys(String table) {
        return database.asOwner()
                .sql("select concat_ws(' ', aggregate_id, version) from %s order by id".formatted(table))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** All that goes onto the wire. */
    private List<String> rows(String table) {
        return database.asOwner()
                .sql("""
                        select concat_ws('|', event_id, topic, aggregate_id, version, type, payload, at, actor_id,
                            correlation_id, imported, traceparent)
                        from %s order by id
                        """.formatted(table))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
