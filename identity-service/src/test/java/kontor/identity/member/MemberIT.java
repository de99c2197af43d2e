package kontor.identity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class MemberIT {

    private static final String STATES = "kontor.identity.members.v1";

    private final Shop shop;
    private final TopicReader topics;

    MemberIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.topics = topics;
    }

    @Test
    void isInvisibleToOthersUntilVerified() {
        Person newcomer = shop.newcomer();
        Person member = shop.member();
        String path = "/members/" + newcomer.id();

        assertThat(shop.get(path, newcomer).status()).isEqualTo(200);
        assertThat(shop.get(path, shop.admin()).status()).isEqualTo(200);
        assertThat(shop.get(path, member).code()).isEqualTo("not-found");
        assertThat(shop.call(HttpMethod.GET, path, Tokens.kiosk().bearer(), null, Map.of())
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void showsOthersFourFields() {
        Person one = shop.member();
        Person other = shop.member();

        Answer seen = shop.get("/members/" + one.id(), other);

        assertThat(seen.body().propertyNames())
                .containsExactlyInAnyOrder("id", "displayName", "pictureUploadId", "memberSince");
        assertThat(seen.body().get("displayName").asString()).isEqualTo("Nina Newcomer");
    }

    @Test
    void changesOnlyWhatIsSent() {
        Person member = shop.member();

        Answer edited = shop.patch("/members/me", member, """
                {"firstName":null,"lastName":" Zo\\u0065\\u0301 ","pictureUploadId":7}""");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().get("lastName").asString()).isEqualTo("Zoé");
        assertThat(edited.body().get("displayName").asString()).isEqualTo("Zoé");
        assertThat(edited.body().get("firstName").isNull()).isTrue();
        assertThat(edited.body().get("pictureUploadId").asLong()).isEqualTo(7);
    }

    @Test
    void makesNoVersionAndNoEventOfAnEqualEdit() {
        Person member = shop.member();
        Answer before = shop.get("/members/me", member);

        Answer same = shop.patch("/members/me", member, "{\"lastName\":\"Newcomer\"}");

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.etag()).isEqualTo(before.etag());
    }

    @Test
    void refusesAnEditWithoutOrWithAStaleCondition() {
        Person member = shop.member();
        String body = "{\"lastName\":\"Changed\"}";

        assertThat(shop.call(HttpMethod.PATCH, "/members/me", member.bearer(), body, Map.of())
                        .code())
                .isEqualTo("if-match-required");
        for (String condition : List.of("\"99\"", "*", "W/\"1\"", "junk")) {
            assertThat(shop.call(HttpMethod.PATCH, "/members/me", member.bearer(), body, Map.of("If-Match", condition))
                            .code())
                    .isEqualTo("version-mismatch");
        }
        assertThat(shop.get("/members/me", member).body().get("lastName").asString())
                .isEqualTo("Newcomer");
    }

    @Test
    void refusesANameThatAnotherMemberUsesWhateverItsCase() {
        String login = "Straße." + UUID.randomUUID().toString().substring(0, 8);
        shop.patch("/members/me", shop.newcomer(), "{\"login\":\"%s\"}".formatted(login));

        Answer taken =
                shop.patch("/members/me", shop.newcomer(), "{\"login\":\"%s\"}".formatted(login.replace("ß", "SS")));

        assertThat(taken.code()).isEqualTo("duplicate");
    }

    @Test
    void forgetsWhoIsDeleted() {
        Person newcomer = shop.newcomer();
        String key = newcomer.id().toString();

        assertThat(shop.delete("/members/me", newcomer).status()).isEqualTo(204);

        assertThat(shop.get("/members/" + key, shop.admin()).code()).isEqualTo("not-found");
        assertThat(shop.get("/members/me", newcomer).code()).isEqualTo("not-verified");
        topics.await("kontor.identity.member.v1", key, "kontor.identity.member-deleted.v1");
        topics.await(STATES, message -> key.equals(message.key()) && message.value() == null);
    }

    @Test
    void doesNotLetATokenOutliveItsMember() {
        Person newcomer = shop.newcomer();
        Person member = shop.member();
        shop.delete("/members/me", newcomer);
        shop.post("/members/me/anonymisation", member, "");

        for (Person gone : List.of(newcomer, member)) {
            Answer again = shop.post("/members/me", gone, "{\"lastName\":\"Again\"}");

            assertThat(again.code()).isEqualTo("not-verified");
        }
    }

    @Test
    void keepsWhoWasVerified() {
        Person member = shop.member();

        assertThat(shop.delete("/members/me", member).code()).isEqualTo("not-allowed-in-state");
        assertThat(shop.delete("/members/" + member.id(), shop.admin()).code()).isEqualTo("not-allowed-in-state");
    }

    @Test
    void letsAnInactiveMemberReadAndLeaveOnly() {
        Person inactive = shop.inactive();

        assertThat(shop.get("/members/me", inactive).status()).isEqualTo(200);
        assertThat(shop.get("/members/me/history", inactive).status()).isEqualTo(200);
        assertThat(shop.patch("/members/me", inactive, "{\"lastName\":\"X\"}").code())
                .isEqualTo("member-inactive");
        assertThat(shop.get("/ranks", inactive).code()).isEqualTo("member-inactive");
        assertThat(shop.get("/members/" + shop.member().id(), inactive).code()).isEqualTo("member-inactive");
        assertThat(shop.post("/members/me/anonymisation", inactive, "").status())
                .isEqualTo(204);
    }

    @Test
    void takesTheLogInOfWhoHasNoNameLeft() {
        Person member = shop.member();
        shop.patch("/members/me", member, "{\"email\":\"%s@example.org\"}".formatted(member.id()));

        Answer without = shop.patch("/members/" + member.id(), shop.admin(), "{\"email\":null}");

        assertThat(without.body().get("hasLogIn").asBoolean()).isFalse();
        assertThat(shop.get("/members/me", member).code()).isEqualTo("not-verified");
    }

    @Test
    void leavesTheLogInOfWhoHasNoNameHere() {
        Person member = shop.member();

        Answer edited = shop.patch("/members/me", member, "{\"lastName\":\"Renamed\",\"email\":null}");

        assertThat(edited.body().get("hasLogIn").asBoolean()).isTrue();
        assertThat(shop.get("/members/me", member).status()).isEqualTo(200);
    }
}
