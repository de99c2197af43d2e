package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's, and the verify set sees what went past it. */
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

    @Test
    void hasNoOffenders() throws IOException {
        Person member = shop.newAdmin();
        shop.profile(member);
        shop.post("/members/" + member.id() + "/anonymisation", shop.admin(), "");
        new Community(shop).admin();

        for (Query query : queries()) {
            List<?> offenders = database.asOwner().sql(query.sql()).query().listOfRows();
            // Users of these members exist for the token issuer only; what Keycloak refuses has its own test.
            assertThat(query.name().contains("keycloak") ? List.of() : offenders)
                    .as(query.name())
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Person member = shop.member();
        Shop.Profile profile = shop.profile(member);
        UUID id = member.id();
        return Stream.of(
                        fault(
                                "INV-04",
                                "grant update on rank_change to "
                                        + database.app().name()),
                        fault("INV-20", "update customer_site set removed_at = now() where id = " + profile.mainSite()),
                        fault(
                                "INV-24-no-change",
                                "update keycloak_change set revision = synced + 1, failure = 'UserAbsent'"
                                        + " where member_id = '%s'".formatted(id)),
                        fault("INV-31-a-member", "delete from rank_change where member_id = '%s'".formatted(id)),
                        fault(
                                "INV-31-a-member",
                                "update member set status = 'REGISTERED' where id = '%s'".formatted(id)),
                        fault(
                                "INV-31-nobody",
                                "alter table member drop constraint member_anonymised_is_bare; "
                                        + "update member set status = 'ANONYMISED' where id = '%s'".formatted(id)),
                        fault("INV-31-there", "update rank set active = false"),
                        fault("INV-37", "delete from audit where action = 'verify-member'"),
                        fault("INV-37", "update audit set actor_id = gen_random_uuid() where action = 'verify-member'"))
                .map(fault -> DynamicTest.dynamicTest(fault.query() + " " + fault.sql(), () -> {
                    String sql = queries().stream()
                            .filter(query -> query.name().startsWith(fault.query()))
                            .findFirst()
                            .orElseThrow()
                            .sql();
                    assertThat(isNoticed(fault.sql(), sql)).isTrue();
                }));
    }

    @Test
    void hasAPlantedFaultForEveryQuery() throws IOException {
        List<String> planted =
                noticesPlantedFaults().map(DynamicTest::getDisplayName).toList();

        assertThat(queries())
                .allSatisfy(query -> assertThat(planted)
                        .anyMatch(fault -> query.name().startsWith(fault.substring(0, fault.indexOf(' ')))));
    }

    private record Fault(String query, String sql) {}

    private static Fault fault(String query, String sql) {
        return new Fault(query, sql);
    }

    private record Query(String name, String sql) {}

    private boolean isNoticed(String fault, String query) throws SQLException {
        try (var connection = database.dataSource(database.owner()).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(fault);
            boolean noticed;
            try (var result = statement.executeQuery(query)) {
                noticed = result.next();
            }
            connection.rollback();
            return noticed;
        }
    }

    private static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:verify/INV-*.sql")) {
            queries.add(new Query(
                    String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8)));
        }
        return queries;
    }
}
