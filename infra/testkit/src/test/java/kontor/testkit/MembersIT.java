package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MembersIT {

    private static final String TABLE = """
            create table known_member (id uuid primary key, subject text, display_name text, status text,
                verified boolean, verified_at timestamptz, active boolean, system_member boolean, admin boolean,
                staff_level int, has_log_in boolean, rank_id bigint, rank_name text, debt_limit_minor bigint,
                customer_id bigint, version bigint)
            """;

    private final TestDatabase database = PostgresServer.createFor("ledger");
    private final JdbcClient owner = database.asOwner();
    private final Members members = new Members(database, null);

    @Test
    void standInTheCopyOfTheService() {
        owner.sql(TABLE).update();

        Member ada = members.admin();
        Member ben = members.withLimit(-1500);
        members.unverified();
        members.withoutLogIn();

        assertThat(texts("select subject from known_member where admin")).containsExactly(ada.subject());
        assertThat(texts("select id from known_member where debt_limit_minor = -1500"))
                .containsExactly(ben.id().toString());
        assertThat(texts("select status from known_member where not verified")).containsExactly("REGISTERED");
    }

    @Test
    void changeUnderANewVersion() {
        owner.sql(TABLE).update();
        Member ada = members.admin();

        Member demoted = members.change(ada.admin(false));

        assertThat(texts("select version from known_member where not admin")).containsExactly("2");
        assertThat(demoted.version()).isEqualTo(2);
        members.delete(demoted);
        assertThat(texts("select id from known_member")).isEmpty();
    }

    private List<String> texts(String query) {
        return owner.sql(query).query((row, index) -> row.getString(1)).list();
    }
}
