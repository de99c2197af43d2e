package kontor.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.platform.MovableClock;
import kontor.testkit.TestDatabase;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class VerificationIT {

    private final Shop shop;
    private final MovableClock clock;

    VerificationIT(RestTestClient http, TestDatabase database, MovableClock clock) {
        shop = Shop.founded(http, database);
        this.clock = clock;
    }

    /** Example 1 of the domain page. */
    @Test
    void happensOnceWhileRanksFollowEachOther() {
        Person person = shop.newcomer();
        long guest = rankNamed("Guest", -500);
        String path = "/members/" + person.id();

        Answer verified = shop.post(path + "/verification", shop.admin(), Shop.rank(guest));
        assertThat(verified.status()).isEqualTo(201);
        String at = shop.get(path, shop.admin()).body().get("verifiedAt").asString();
        clock.moveTo(Duration.ofDays(6));
        try {
            assertThat(shop.post(path + "/rank-changes", shop.admin(), Shop.rank(Shop.MEMBER_RANK))
                            .status())
                    .isEqualTo(201);
        } finally {
            clock.moveTo(Duration.ZERO);
        }

        JsonNode history = shop.get(path + "/history", person).body();
        assertThat(history.get("verification").get("at").asString()).isEqualTo(at);
        assertThat(history.get("ranks")).hasSize(2);
        assertThat(history.get("ranks").get(1).get("rankId").asLong()).isEqualTo(Shop.MEMBER_RANK);
        JsonNode now = shop.get(path, person).body();
        assertThat(now.get("verifiedAt").asString()).isEqualTo(at);
        assertThat(now.get("rankId").asLong()).isEqualTo(Shop.MEMBER_RANK);
    }

    @Test
    void happensOnceHoweverManyRace() {
        String path = "/members/" + shop.newcomer().id();
        Person admin = shop.admin();

        List<Answer> answers = Together.all(
                Collections.nCopies(8, () -> shop.post(path + "/verification", admin, Shop.rank(Shop.MEMBER_RANK))));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("already-verified"));
        assertThat(shop.get(path + "/history", admin).body().get("ranks")).hasSize(1);
    }

    @Test
    void allowsAnInactiveFirstRank() {
        Person inactive = shop.inactive();

        JsonNode member = shop.get("/members/me", inactive).body();

        assertThat(member.get("verified").asBoolean()).isTrue();
        assertThat(member.get("active").asBoolean()).isFalse();
    }

    @Test
    void refusesWhatDoesNotFit() {
        Person newcomer = shop.newcomer();
        Person member = shop.member();
        Person admin = shop.admin();

        assertThat(shop.post("/members/" + newcomer.id() + "/verification", admin, Shop.rank(987_654))
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(shop.post("/members/" + newcomer.id() + "/rank-changes", admin, Shop.rank(1))
                        .code())
                .isEqualTo("member-not-verified");
        assertThat(shop.post("/members/" + member.id() + "/rank-changes", admin, Shop.rank(1))
                        .code())
                .isEqualTo("already-in-state");
        assertThat(shop.post("/members/" + member.id() + "/rank-changes", admin, Shop.rank(-1))
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(shop.post("/members/" + UUID.randomUUID() + "/verification", admin, Shop.rank(1))
                        .code())
                .isEqualTo("not-found");
        assertThat(shop.get("/members/" + newcomer.id(), admin)
                        .body()
                        .get("verified")
                        .asBoolean())
                .isFalse();
    }

    private long rankNamed(String name, long limit) {
        Answer rank = shop.post(
                "/ranks",
                shop.admin(),
                "{\"name\":\"%s %s\",\"debtLimitMinor\":%d}"
                        .formatted(name, UUID.randomUUID().toString().substring(0, 8), limit));
        Shop.require(rank);
        return rank.body().get("id").asLong();
    }
}
