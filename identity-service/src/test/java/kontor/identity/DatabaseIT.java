package kontor.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@IdentityTest
class DatabaseIT {

    private final TestDatabase database;
    private final Shop shop;

    DatabaseIT(RestTestClient http, TestDatabase database) {
        this.database = database;
        this.shop = Shop.founded(http, database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update member_verification set at = now()",
                "delete from member_verification",
                "update rank_change set rank_id = 1",
                "delete from rank_change",
                "truncate rank_change",
                "update admin_change set is_admin = true",
                "delete from admin_change",
                "update staff_grant_change set granted = true",
                "delete from staff_grant_change",
                "update member set id = gen_random_uuid()",
                "update member set registration_no = 1",
                "update member set created_at = now()",
                "delete from rank",
                "delete from customer",
                "update customer set member_id = gen_random_uuid()",
                "delete from customer_site",
                "update log_in_outcome set outcome = 'KEPT'",
                "delete from keycloak_change",
                "update audit set action = ''",
                "create table mine (id int)",
                "drop table member",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void knowsASecondVerificationFirstAdminAndForeignMainSite() {
        Person member = shop.member();
        Shop.Profile profile = shop.profile(member);
        Shop.Profile other = shop.profile(shop.member());

        refuses("member_verification_once", """
            insert into member_verification (id, member_id, by_admin_id, at) values (-7, '%1$s', '%1$s', now())
            """.formatted(member.id()));
        refuses("admin_change_first", """
            insert into admin_change (id, member_id, by_admin_id, is_admin, at) values (-7, '%1$s', '%1$s', true, now())
            """.formatted(member.id()));
        refuses(
                "customer_main_site_is_own",
                "update customer set main_site_id = %d where id = %d".formatted(other.mainSite(), profile.id()));
        refuses(
                "member_log_in_has_subject",
                "update member set has_log_in = true, subject = null where id = '%s'".formatted(member.id()));
    }

    private void refuses(String constraint, String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).rootCause().hasMessageContaining(constraint);
    }
}
