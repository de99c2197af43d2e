package kontor.identity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.EventSchema;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class AnonymisationIT {

    private final Shop shop;
    private final TopicReader topics;

    AnonymisationIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.topics = topics;
    }

    @Test
    void takesAwayWhateverTellsWhoItWas() {
        Person member = shop.newAdmin();
        String path = "/members/" + member.id();
        shop.patch(
                "/members/me",
                member,
                "{\"login\":\"a%s\",\"pictureUploadId\":5}"
                        .formatted(member.id().toString().substring(24)));
        shop.post(path + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_1\",\"granted\":true}");
        Answer customer = shop.post(path + "/customer", member, """
                {"name":"Anna","bankAccount":"HU1","taxIdentifier":"T1",
                 "sites":[{"zipCode":"1","city":"Pécs","street":"Fő 1","tel":"+36 1"},
                          {"zipCode":"2","city":"Győr","street":"Fő 2"}]}""");
        Shop.require(customer);

        assertThat(shop.post(path + "/anonymisation", shop.admin(), "").status())
                .isEqualTo(204);

        JsonNode left = shop.get(path, shop.admin()).body();
        assertThat(left.get("displayName").asString()).isEqualTo("Former member");
        assertThat(left.get("status").asString()).isEqualTo("ANONYMISED");
        for (String field : List.of("firstName", "login", "email", "pictureUploadId", "subject")) {
            assertThat(left.get(field).isNull()).as(field).isTrue();
        }
        assertThat(left.get("admin").asBoolean()).isFalse();
        assertThat(left.get("staffLevel").asInt()).isZero();
        assertThat(left.get("active").asBoolean()).isFalse();
        assertThat(left.get("verified").asBoolean()).isTrue();
        assertThat(shop.get(path + "/history", shop.admin()).body().get("admin"))
                .hasSize(2);
        assertThat(shop.get("/members/me", member).code()).isEqualTo("not-verified");

        long id = customer.body().get("id").asLong();
        JsonNode profile = shop.get("/customers/" + id, shop.admin()).body();
        assertThat(profile.get("name").asString()).isEqualTo("Former customer");
        assertThat(profile.get("bankAccount").isNull()).isTrue();
        assertThat(profile.get("taxIdentifier").isNull()).isTrue();
        JsonNode site =
                shop.get("/customers/" + id + "/sites", shop.admin()).body().at("/items/0");
        assertThat(site.get("city").asString()).isEqualTo("-");
        assertThat(site.get("tel").isNull()).isTrue();
        toldOf(member, id);
    }

    private void toldOf(Person member, long customerId) {
        TopicReader.Message state = topics.await(
                "kontor.identity.members.v1",
                message -> member.id().toString().equals(message.key())
                        && String.valueOf(message.value()).contains("ANONYMISED"));
        EventSchema.of(state.type()).assertValid(String.valueOf(state.value()));
        topics.await(
                "kontor.identity.customers.v1",
                message -> Long.toString(customerId).equals(message.key())
                        && String.valueOf(message.value()).contains("Former customer"));
        List<TopicReader.Message> facts = topics.all("kontor.identity.customer.v1", Long.toString(customerId));
        assertThat(facts.stream().map(TopicReader.Message::type))
                .containsExactly(
                        "kontor.identity.customer-created.v1",
                        "kontor.identity.customer-changed.v1",
                        "kontor.identity.site-changed.v1",
                        "kontor.identity.site-changed.v1");
    }

    @Test
    void isFinal() {
        Person member = shop.member();
        String path = "/members/" + member.id();
        shop.post("/members/me/anonymisation", member, "");

        assertThat(shop.post(path + "/anonymisation", shop.admin(), "").code()).isEqualTo("not-allowed-in-state");
        assertThat(shop.patch(path, shop.admin(), "{\"lastName\":\"X\"}").code())
                .isEqualTo("not-allowed-in-state");
        assertThat(shop.post(path + "/rank-changes", shop.admin(), Shop.rank(2)).code())
                .isEqualTo("not-allowed-in-state");
        assertThat(shop.post(path + "/admin-changes", shop.admin(), "{\"admin\":true}")
                        .code())
                .isEqualTo("member-not-active");
        assertThat(shop.post(path + "/log-in", shop.admin(), "{\"login\":\"again\"}")
                        .code())
                .isEqualTo("not-allowed-in-state");
        assertThat(shop.delete(path, shop.admin()).code()).isEqualTo("not-allowed-in-state");
    }

    @Test
    void isForVerifiedMembers() {
        Person newcomer = shop.newcomer();

        assertThat(shop.post("/members/" + newcomer.id() + "/anonymisation", shop.admin(), "")
                        .code())
                .isEqualTo("not-allowed-in-state");
        assertThat(shop.post("/members/me/anonymisation", newcomer, "").code()).isEqualTo("not-verified");
    }
}
