package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresServerIT {

    @Test
    void isPostgreSql18WithAUsefulLocale() {
        JdbcClient owner = PostgresServer.createFor("ledger").asOwner();

        assertThat(text(owner, "show server_version")).startsWith("18.");
        assertThat(text(owner, "select lower('ÁRVÍZTŰRŐ')")).isEqualTo("árvíztűrő");
    }

    @Test
    void letsTheAppInsertAndReadOnly() {
        TestDatabase database = PostgresServer.createFor("ledger");
        database.asOwner()
                .sql("create table deposit (id bigint primary key); create sequence deposit_seq")
                .update();
        JdbcClient app = database.asApp();

        app.sql("insert into deposit values (nextval('deposit_seq'))").update();

        assertThat(text(app, "select count(*)::text from deposit")).isEqualTo("1");
        assertRefused(app, "update deposit set id = 2");
        assertRefused(app, "delete from deposit");
        assertRefused(app, "create table other (id bigint)");
    }

    @Test
    void givesEachCallADatabaseThatOthersCannotEnter() {
        TestDatabase mine = PostgresServer.createFor("ledger");
        TestDatabase other = PostgresServer.createFor("ledger");

        assertThat(mine.name()).isNotEqualTo(other.name());
        assertRefused(JdbcClient.create(mine.dataSource(other.app())), "select 1");
        assertRefused(JdbcClient.create(mine.dataSource(other.owner())), "select 1");
    }

    @Test
    void asksForThePassword() {
        TestDatabase database = PostgresServer.createFor("ledger");
        TestDatabase.Role guessing = new TestDatabase.Role(database.app().name(), "guess");

        assertRefused(JdbcClient.create(database.dataSource(guessing)), "select 1");
    }

    @Test
    void letsTheOwnerCreateTheExtensionsOfTheSearch() {
        JdbcClient owner = PostgresServer.createFor("catalog").asOwner();

        owner.sql("create extension pg_trgm; create extension unaccent; create extension btree_gist")
                .update();

        assertThat(text(owner, "select unaccent('tőke')")).isEqualTo("toke");
    }

    private static String text(JdbcClient client, String query) {
        return client.sql(query).query((row, index) -> row.getString(1)).single();
    }

    private static void assertRefused(JdbcClient client, String statement) {
        assertThatThrownBy(() -> client.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }
}
