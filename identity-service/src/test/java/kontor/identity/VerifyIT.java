package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import kontor.testkit.trial.PlantedFaults;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@IdentityTest
class VerifyIT {

    private static final PlantedFaults FAULTS = PlantedFaults.of("""
            INV-04: grant update on rank_change to {app}
            INV-20: update customer_site set removed_at = now() where id = {site}
            INV-24-no-change: update keycloak_change set revision = synced + 1, failure = 'NotTaken'
              where member_id = '{member}'
            INV-31-a-member: delete from rank_change where member_id = '{member}'
            INV-31-a-member: update member set status = 'REGISTERED' where id = '{member}'
            INV-31-nobody: alter table member drop constraint member_anonymised_is_bare;
              update member set status = 'ANONYMISED' where id = '{member}'
            INV-31-there: update rank set active = false
            INV-37: delete from audit where action = 'verify-member'
            INV-37: update audit set actor_id = gen_random_uuid() where action = 'verify-member'
            """);

    private static final PlantedFaults OVERDUE = PlantedFaults.of("""
            keycloak-change-due: update keycloak_change set revision = synced + 1, lease = null,
              due_at = now() - interval '3 minutes' where member_id = '{member}'
            keycloak-change-parked: update keycloak_change set revision = synced + 1, failure = 'NotTaken',
              lease = null, due_at = 'infinity' where member_id = '{member}'
            """);

    private final Shop shop;
    private final VerifySet set;
    private final VerifySet sagas;

    VerifyIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
        set = new VerifySet(database);
        sagas = VerifySet.ofSagas(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Person member = shop.member();
        Map<String, Object> names =
                Map.of("member", member.id(), "site", shop.profile(member).mainSite());
        return Stream.concat(FAULTS.tests(set, names), OVERDUE.tests(sagas, names));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        Person member = shop.newAdmin();
        shop.profile(member);
        shop.post("/members/" + member.id() + "/anonymisation", shop.admin(), "");
        new Community(shop).admin();

        // Users of these members exist for the token issuer only; what Keycloak refuses has its own test.
        assertThat(set.offenders()).allMatch(offender -> offender.startsWith("INV-24-no-change-for-keycloak"));
    }

    @Test
    void hasAFaultForEachQuery() {
        FAULTS.requireOneForEach(set);
        OVERDUE.requireOneForEach(sagas);
    }
}
