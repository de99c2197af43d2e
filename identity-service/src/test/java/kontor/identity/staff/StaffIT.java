package kontor.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class StaffIT {

    private final Shop shop;

    StaffIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
    }

    @Test
    void countsTheHighestGrantHeld() {
        Person member = shop.member();

        change(member, "SUPPORT_1", true);
        assertThat(level(member)).isEqualTo(1);
        change(member, "SUPPORT_CHIEF", true);
        assertThat(level(member)).isEqualTo(3);
        change(member, "SUPPORT_CHIEF", false);
        assertThat(level(member)).isEqualTo(1);
    }

    @Test
    void givesAndTakesNothingTwice() {
        Person member = shop.member();

        assertThat(change(member, "SUPPORT_1", false)).isEqualTo("already-in-state");
        assertThat(change(member, "SUPPORT_1", true)).isEmpty();
        assertThat(change(member, "SUPPORT_1", true)).isEqualTo("already-in-state");
    }

    @Test
    void needsAVerifiedActiveMemberWithALogIn() {
        Person withoutLogIn = new Person(shop.withoutLogIn(), "", "");
        assertThat(change(withoutLogIn, "SUPPORT_1", true)).isEqualTo("member-not-verified");
        shop.post("/members/" + withoutLogIn.id() + "/verification", shop.admin(), Shop.rank(Shop.MEMBER_RANK));

        assertThat(change(withoutLogIn, "SUPPORT_1", true)).isEqualTo("log-in-required");
        assertThat(change(shop.inactive(), "SUPPORT_1", true)).isEqualTo("member-not-active");
        assertThat(change(shop.newcomer(), "SUPPORT_1", true)).isEqualTo("member-not-verified");
    }

    private String change(Person member, String grant, boolean granted) {
        return shop.post(
                        "/members/" + member.id() + "/staff-grant-changes",
                        shop.admin(),
                        "{\"grant\":\"%s\",\"granted\":%s}".formatted(grant, granted))
                .code();
    }

    private int level(Person member) {
        return shop.get("/members/me", member).body().get("staffLevel").asInt();
    }
}
