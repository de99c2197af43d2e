package kontor.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kontor.identity.Community;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class ImportIT {

    private static final Instant REGISTERED = Instant.parse("2019-03-01T08:00:00Z");
    private static final Instant VERIFIED = Instant.parse("2019-03-02T09:30:00.123456Z");
    private static final Instant LATER = Instant.parse("2020-07-01T12:00:00Z");

    private final Shop shop;
    private final Community community;

    ImportIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
        community = new Community(shop);
    }

    @Test
    void takesOverMembersWithTheirHistories() {
        String externalId = Community.externalId();
        UUID admin = community.member();
        UUID member = memberId(community.members(Community.member(externalId, REGISTERED)));

        Answer histories = community.histories(
                Community.verification("v" + externalId, member, VERIFIED, admin),
                Community.rank("r" + externalId, member, VERIFIED, admin, Shop.MEMBER_RANK),
                Community.admin("a" + externalId, member, VERIFIED.plusSeconds(1), admin, true),
                Community.rank("s" + externalId, member, LATER, member, Shop.INACTIVE_RANK),
                Community.rank("t" + externalId, member, LATER, member, 2),
                Community.admin("b" + externalId, member, LATER, member, false));

        assertThat(Community.results(histories))
                .extracting(result -> result.get("outcome").asString())
                .containsOnly("CREATED");
        JsonNode found = only("/members?externalId=community:" + externalId);
        assertThat(found.get("id").asString()).isEqualTo(member.toString());
        assertThat(found.get("externalSource").asString()).isEqualTo("community");
        assertThat(found.get("createdAt").asString()).isEqualTo(REGISTERED.toString());
        assertThat(found.get("verifiedAt").asString()).isEqualTo(VERIFIED.toString());
        assertThat(found.get("status").asString()).isEqualTo("VERIFIED");
        // Of two ranks at one instant the later row decides (G-17).
        assertThat(found.get("rankId").asLong()).isEqualTo(2);
        assertThat(found.get("admin").asBoolean()).isFalse();
        assertThat(found.get("hasLogIn").asBoolean()).isFalse();
        assertThat(found.get("pictureUploadId").asLong()).isEqualTo(7);
        JsonNode history =
                shop.get("/members/" + member + "/history", shop.admin()).body();
        assertThat(history.at("/verification/byAdminId").asString()).isEqualTo(admin.toString());
        assertThat(history.get("ranks"))
                .extracting(step -> step.get("rankId").asLong())
                .containsExactly(Shop.MEMBER_RANK, Shop.INACTIVE_RANK, 2L);
        assertThat(history.get("admin"))
                .extracting(step -> step.get("admin").asBoolean())
                .containsExactly(true, false);
    }

    @Test
    void matchesARankOfTheSameNameOnce() {
        long rank = shop.newRank();
        JsonNode is = shop.get("/ranks/" + rank, shop.admin()).body();
        String name = is.get("name").asString();
        String externalId = Community.externalId();

        JsonNode result = Community.results(community.ranks(Community.rank(externalId, name.toUpperCase(Locale.ROOT))))
                .getFirst();

        assertThat(result.get("outcome").asString()).isEqualTo("MATCHED");
        assertThat(result.get("id").asLong()).isEqualTo(rank);
        JsonNode now = only("/ranks?externalId=community:" + externalId);
        assertThat(now.get("name")).isEqualTo(is.get("name"));
        assertThat(now.get("debtLimitMinor")).isEqualTo(is.get("debtLimitMinor"));
        assertThat(now.get("version")).isEqualTo(is.get("version"));
        Answer other = community.ranks(Community.rank(Community.externalId(), name));
        assertThat(other.code()).isEqualTo("duplicate");
        assertThat(pointer(other)).isEqualTo("/ranks/0/name");
    }

    @Test
    void takesOverWhoMadeThemselvesTheFirstAdmin() {
        UUID one = community.admin();
        UUID other = community.admin();

        assertThat(List.of(one, other))
                .allSatisfy(id -> assertThat(shop.get("/members/" + id, shop.admin())
                                .body()
                                .get("admin")
                                .asBoolean())
                        .isTrue());
    }

    /** History as it is (G-40); here only who is verified becomes an admin. */
    @Test
    void keepsWhoWasAnAdminWithoutBeingVerified() {
        UUID member = community.member();

        Shop.require(community.histories(Community.admin(Community.externalId(), member, VERIFIED, member, true)));

        JsonNode now = shop.get("/members/" + member, shop.admin()).body();
        assertThat(now.get("admin").asBoolean()).isTrue();
        assertThat(now.get("active").asBoolean()).isFalse();
        Person himself = withLogIn(member);
        assertThat(shop.get("/customers", himself).code()).isEqualTo("not-verified");
        assertThat(shop.delete("/members/me", himself).code()).isEqualTo("not-allowed-in-state");
        assertThat(shop.delete("/members/" + community.member(), shop.admin()).status())
                .isEqualTo(204);
    }

    private Person withLogIn(UUID member) {
        String login = "w" + member.toString().substring(24);
        Shop.require(shop.post("/members/" + member + "/log-in", shop.admin(), "{\"login\":\"%s\"}".formatted(login)));
        JsonNode now = shop.get("/members/" + member, shop.admin()).body();
        return Shop.person(member, now.get("subject").asString());
    }

    @Test
    void writesOneAuditRowPerThing() {
        UUID member = community.admin();

        JsonNode rows = shop.get("/audit/identity?sort=at&targetId=" + member, shop.admin())
                .body()
                .get("items");

        assertThat(rows)
                .extracting(row -> row.get("action").asString())
                .containsExactly("import-member", "import-verification", "import-rank-change", "import-admin-change");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("actorId").asString())
                        .isEqualTo(shop.admin().id().toString()));
    }

    private JsonNode only(String list) {
        Answer answer = shop.get(list, shop.admin());
        assertThat(answer.body().get("items")).hasSize(1);
        return answer.body().get("items").get(0);
    }

    private static UUID memberId(Answer answer) {
        return UUID.fromString(Community.results(answer).getFirst().get("id").asString());
    }

    private static String pointer(Answer answer) {
        return answer.body().at("/errors/0/pointer").asString();
    }
}
