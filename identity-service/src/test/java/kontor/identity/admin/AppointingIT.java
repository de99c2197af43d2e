package kontor.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class AppointingIT {

    private final Shop shop;

    AppointingIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
    }

    @Test
    void needsAVerifiedActiveMemberWithALogInWhoIsNotASystemMember() {
        UUID withoutLogIn = shop.withoutLogIn();
        shop.post("/members/" + withoutLogIn + "/verification", shop.admin(), Shop.rank(Shop.MEMBER_RANK));
        Answer boxes = shop.post(
                "/ranks",
                shop.admin(),
                "{\"name\":\"Boxes %s\",\"systemUser\":true}"
                        .formatted(withoutLogIn.toString().substring(24)));

        assertThat(appoint(shop.newcomer().id(), true)).isEqualTo("member-not-verified");
        assertThat(appoint(shop.inactive().id(), true)).isEqualTo("member-not-active");
        assertThat(appoint(withoutLogIn, true)).isEqualTo("log-in-required");
        assertThat(appoint(shop.verified(boxes.body().get("id").asLong()).id(), true))
                .isEqualTo("system-member");
        assertThat(appoint(shop.member().id(), false)).isEqualTo("already-in-state");
        assertThat(appoint(shop.admin().id(), true)).isEqualTo("already-in-state");
    }

    @Test
    void countsAtOnceWhateverTheTokenSays() {
        Person admin = shop.newAdmin();
        assertThat(shop.get("/customers", admin).status()).isEqualTo(200);

        appoint(admin.id(), false);

        assertThat(shop.get("/customers", admin).code()).isEqualTo("forbidden");
    }

    @Test
    void writesOneAuditRowWithTheActorPerStep() {
        Person admin = shop.newAdmin();

        appoint(admin.id(), false);

        Answer rows = shop.get("/audit/identity?action=change-admin&targetId=" + admin.id(), shop.admin());
        assertThat(rows.body().get("items"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("actorId").asString())
                        .isEqualTo(shop.admin().id().toString()));
    }

    private String appoint(UUID member, boolean admin) {
        return shop.post("/members/" + member + "/admin-changes", shop.admin(), "{\"admin\":%s}".formatted(admin))
                .code();
    }
}
