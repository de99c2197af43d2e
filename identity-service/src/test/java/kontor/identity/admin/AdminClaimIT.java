package kontor.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.Community;
import kontor.identity.KeycloakWiring;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The first admin and the last one: needs to know all members, so it has a context and database of its own. */
@KontorTest(service = "identity", kafka = KontorTest.Kafka.OWN)
@Import(KeycloakWiring.class)
@DirtiesContext
class AdminClaimIT {

    private static final int RACERS = 16;

    private final Shop shop;
    private final TestDatabase database;
    private final TopicReader topics;

    AdminClaimIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = new Shop(http, database);
        this.database = database;
        this.topics = topics;
    }

    @BeforeEach
    void nobodyIsThere() {
        database.asOwner().sql("truncate member cascade").update();
        database.asOwner().sql("update rank set active = id <> 4").update();
    }

    /** Example 3 of the domain page, with more hands. */
    @Test
    void goesToTheFirstWithALogInHoweverManyRace() {
        shop.withoutLogIn();
        Person leaver = shop.newcomer();
        Person next = shop.newcomer();
        Person third = shop.newcomer();

        assertThat(claim(next).code()).isEqualTo("admin-claim-closed");
        assertThat(shop.delete("/members/me", leaver).status()).isEqualTo(204);
        List<Answer> answers = Together.all(Collections.nCopies(RACERS, () -> claim(next)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("admin-claim-closed"));
        assertThat(claim(third).code()).isEqualTo("admin-claim-closed");
        assertThat(count("admin_change")).isEqualTo(1);
        assertThat(count("member_verification")).isEqualTo(1);
        assertThat(shop.get("/members/me", next).body().get("admin").asBoolean())
                .isTrue();
        topics.await("kontor.identity.member.v1", next.id().toString(), "kontor.identity.member-admin-changed.v1");
    }

    @Test
    void goesToOneOfManyWhoRegisteredTogether() {
        List<Person> newcomers = Together.all(Collections.nCopies(RACERS, shop::newcomer));

        List<Answer> answers = Together.all(newcomers.stream()
                .map(person -> (java.util.concurrent.Callable<Answer>) () -> claim(person))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(count("admin_change")).isEqualTo(1);
    }

    @Test
    void staysClosedAfterTheFirstAdminHasLeft() {
        Person first = founder();
        Person second = shop.newAdmin();
        Person third = shop.newcomer();

        assertThat(shop.post("/members/me/anonymisation", first, "").status()).isEqualTo(204);

        assertThat(claim(third).code()).isEqualTo("admin-claim-closed");
        assertThat(shop.get("/members/me", second).body().get("admin").asBoolean())
                .isTrue();
    }

    @Test
    void keepsTheLastAdminWhateverIsTried() {
        Person admin = founder();
        String me = "/members/" + admin.id();

        assertThat(shop.post(me + "/admin-changes", admin, "{\"admin\":false}").code())
                .isEqualTo("last-admin");
        assertThat(shop.post(me + "/rank-changes", admin, Shop.rank(Shop.INACTIVE_RANK))
                        .code())
                .isEqualTo("last-admin");
        assertThat(shop.patch("/ranks/1", admin, "{\"active\":false}").code()).isEqualTo("last-admin");
        assertThat(shop.post("/members/me/anonymisation", admin, "").code()).isEqualTo("last-admin");
        shop.patch("/members/me", admin, "{\"login\":\"the.last.one\"}");
        assertThat(shop.patch("/members/me", admin, "{\"login\":null}").code()).isEqualTo("last-admin");
        assertThat(shop.get("/members/me", admin).body().get("admin").asBoolean())
                .isTrue();
        assertThat(shop.get("/ranks/1", admin).body().get("active").asBoolean()).isTrue();
    }

    /** Taken over as an admin, he got a log-in and became the only one; his older history may not end that. */
    @Test
    void keepsTheLastAdminWhateverAHistorySays() {
        Person admin = founder();
        Community community = new Community(shop);
        UUID id = community.admin();
        Shop.require(shop.post("/members/" + id + "/log-in", admin, "{\"login\":\"moved\"}"));
        String subject = shop.get("/members/" + id, admin).body().get("subject").asString();
        Person last = Shop.person(id, subject);
        Shop.require(demote(admin, last));

        Answer answer = shop.post(
                "/imports/member-histories",
                last,
                Community.request(
                        "changes",
                        Community.admin(Community.externalId(), id, Instant.parse("2020-01-01T00:00:00Z"), id, false)));

        assertThat(answer.code()).isEqualTo("last-admin");
        assertThat(usableAdmins()).isEqualTo(1);
    }

    /** Example 2 of the domain page. */
    @Test
    void countsWhoIsLeftAfterEachStep() {
        Person x = founder();
        Person y = shop.newAdmin();

        assertThat(shop.post("/members/" + x.id() + "/rank-changes", y, Shop.rank(Shop.INACTIVE_RANK))
                        .status())
                .isEqualTo(201);

        assertThat(shop.patch("/ranks/1", y, "{\"active\":false}").code()).isEqualTo("last-admin");
        assertThat(shop.get("/ranks/1", y).body().get("active").asBoolean()).isTrue();
    }

    @Test
    void letsOnlyOneOfTwoAdminsDemoteTheOther() {
        for (int round = 0; round < 10; round++) {
            nobodyIsThere();
            Person x = founder();
            Person y = shop.newAdmin();

            List<Answer> answers = Together.all(List.of(() -> demote(y, x), () -> demote(x, y)));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(usableAdmins()).isEqualTo(1);
        }
    }

    /** Each of the four would leave the other admin; together they must not. */
    @Test
    void leavesOneAdminHoweverTheyAreTakenAwayAtOnce() {
        for (int round = 0; round < 5; round++) {
            nobodyIsThere();
            Person x = founder();
            Person y = shop.newAdmin();
            shop.post("/members/" + y.id() + "/rank-changes", x, Shop.rank(2));
            String etag = String.valueOf(shop.get("/ranks/2", x).etag());

            List<Answer> answers = Together.all(List.of(
                    () -> demote(y, x),
                    () -> shop.post("/members/me/anonymisation", x, ""),
                    () -> shop.post("/members/" + x.id() + "/rank-changes", y, Shop.rank(Shop.INACTIVE_RANK)),
                    () -> shop.call(
                            HttpMethod.PATCH, "/ranks/2", x.bearer(), "{\"active\":false}", Map.of("If-Match", etag))));

            assertThat(answers).allMatch(answer -> answer.status() < 500);
            assertThat(usableAdmins()).isEqualTo(1);
        }
    }

    private long usableAdmins() {
        return database.asOwner()
                .sql("select count(*) from member_state where admin and active and has_log_in")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private Answer demote(Person whom, Person by) {
        return shop.post("/members/" + whom.id() + "/admin-changes", by, "{\"admin\":false}");
    }

    private Person founder() {
        return shop.admin();
    }

    private Answer claim(Person person) {
        return shop.post("/members/me/admin-claim", person, "");
    }

    private long count(String table) {
        return database.asOwner()
                .sql("select count(*) from " + table)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
