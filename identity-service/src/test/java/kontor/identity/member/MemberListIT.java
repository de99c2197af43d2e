package kontor.identity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The list of members, for admins and for the kiosk (I-18). */
@IdentityTest
class MemberListIT {

    private final Shop shop;

    MemberListIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
    }

    @Test
    void listsForTheKioskWhomItServes() {
        String name = UUID.randomUUID().toString().substring(0, 12);
        Person served = named(shop.member(), name);
        named(shop.inactive(), name);
        named(shop.newcomer(), name);

        Answer list = kiosk("/members?name=" + name);

        assertThat(ids(list)).containsExactly(served.id());
        assertThat(list.body().get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "firstName", "lastName", "rankId", "pictureUploadId");
        assertThat(kiosk("/members?admin=true").code()).isEqualTo("unknown-parameter");
        assertThat(kiosk("/members?sort=-createdAt").code()).isEqualTo("unknown-parameter");
        assertThat(shop.get("/members", shop.member()).code()).isEqualTo("forbidden");
    }

    @Test
    void isFoundByWhateverAdminsAskFor() {
        String name = UUID.randomUUID().toString().substring(0, 12);
        Person member = named(shop.member(), name);
        Person inactive = named(shop.inactive(), name);
        Person newcomer = named(shop.newcomer(), name);
        Person admin = named(shop.newAdmin(), name);
        Person kioskOnly = named(new Person(shop.withoutLogIn(), "", ""), name);

        assertThat(ids(ask("name=" + name)))
                .containsExactly(member.id(), inactive.id(), newcomer.id(), admin.id(), kioskOnly.id());
        assertThat(ids(ask("name=" + name + "&sort=-createdAt")))
                .containsExactly(kioskOnly.id(), admin.id(), newcomer.id(), inactive.id(), member.id());
        assertThat(ids(ask("name=" + name + "&verified=false"))).containsExactly(newcomer.id(), kioskOnly.id());
        assertThat(ids(ask("name=" + name + "&active=true"))).containsExactly(member.id(), admin.id());
        assertThat(ids(ask("name=" + name + "&admin=true"))).containsExactly(admin.id());
        assertThat(ids(ask("name=" + name + "&hasLogIn=false"))).containsExactly(kioskOnly.id());
        assertThat(ids(ask("name=" + name + "&rankId=" + Shop.INACTIVE_RANK))).containsExactly(inactive.id());
        assertThat(ids(ask("name=" + name + "&rankId=1&rankId=4&limit=2"))).containsExactly(member.id(), inactive.id());
        assertThat(ids(ask("name=" + name + "&externalId=community:1"))).isEmpty();
        assertThat(ids(ask("name=%25"))).isEmpty();
    }

    @Test
    void isListedAsCsvWithoutFormulas() {
        String name = "=1+" + UUID.randomUUID().toString().substring(0, 8);
        Person member = named(shop.member(), name);

        Answer list = shop.call(
                HttpMethod.GET,
                "/members?name=" + name.substring(3),
                shop.admin().bearer(),
                null,
                Map.of("Accept", "text/csv"));

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().asString().lines())
                .hasSize(2)
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("id,registrationNo,createdAt,subject,firstName,lastName,");
        assertThat(list.body().asString()).contains(member.id() + ",", ",'" + name + ",");
    }

    private Answer ask(String query) {
        return shop.get("/members?" + query, shop.admin());
    }

    private Person named(Person person, String lastName) {
        Shop.require(shop.patch(
                "/members/" + person.id(),
                shop.admin(),
                "{\"lastName\":\"%s\",\"firstName\":null}".formatted(lastName)));
        return person;
    }

    private Answer kiosk(String path) {
        return shop.call(HttpMethod.GET, path, Tokens.kiosk().bearer(), null, Map.of());
    }

    private static List<UUID> ids(Answer list) {
        return StreamSupport.stream(list.body().get("items").spliterator(), false)
                .map(item -> UUID.fromString(item.get("id").asString()))
                .toList();
    }
}
