package kontor.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.identity.Community;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.TestDatabase;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The same rows again, at once, and many of them. */
@IdentityTest
class ImportRepeatIT {

    private static final Instant REGISTERED = Instant.parse("2019-03-01T08:00:00Z");
    private static final Instant VERIFIED = Instant.parse("2019-03-02T09:30:00.123456Z");

    /** Of any request, however many rows it has. */
    private static final int STATEMENTS_MOST = 40;

    private final Shop shop;
    private final Community community;
    private final TestDatabase database;

    ImportRepeatIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
        community = new Community(shop);
        this.database = database;
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        String rank = Community.rank(Community.externalId(), "Again " + Community.externalId());
        String person = Community.member(Community.externalId(), REGISTERED);
        List<JsonNode> ranks = Community.results(community.ranks(rank));
        List<JsonNode> people = Community.results(community.members(person));
        UUID member = UUID.fromString(people.getFirst().get("id").asString());
        String[] changes = {
            Community.verification(Community.externalId(), member, VERIFIED, member),
            Community.rank(Community.externalId(), member, VERIFIED, member, 1),
            Community.admin(Community.externalId(), member, VERIFIED, member, true),
        };
        List<JsonNode> histories = Community.results(community.histories(changes));
        String before = traces();

        assertUnchanged(ranks, community.ranks(rank));
        assertUnchanged(
                people, community.members(person.replace("Moved", "Renamed").replace("2019-", "2999-")));
        assertUnchanged(histories, community.histories(changes));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void hasOneEffectOfEqualRequestsAtOnce() {
        String[] people = IntStream.range(0, 20)
                .mapToObj(i -> Community.member(Community.externalId(), REGISTERED))
                .toArray(String[]::new);
        long before = members();

        List<Answer> answers = Together.all(Collections.nCopies(4, () -> community.members(people)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream()
                        .map(Community::results)
                        .map(results -> results.stream()
                                .map(result -> result.get("id").asString())
                                .toList())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().flatMap(answer -> Community.results(answer).stream()))
                .filteredOn(result -> result.get("outcome").asString().equals("CREATED"))
                .hasSize(people.length);
        assertThat(members()).isEqualTo(before + people.length);
    }

    @Test
    void givesTheSameAnswerForTheSameKey() {
        String body = Community.request("members", Community.member(Community.externalId(), REGISTERED));
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = Together.all(Collections.nCopies(
                2,
                () -> shop.call(
                        HttpMethod.POST, "/imports/members", shop.admin().bearer(), body, key)));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.body().at("/results/0/outcome").asString())
                        .isEqualTo("CREATED"));
        assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
    }

    @Test
    void takesFiveHundredRowsByFewStatements() {
        String[] people = IntStream.range(0, 500)
                .mapToObj(i -> Community.member(Community.externalId(), REGISTERED))
                .toArray(String[]::new);

        assertThat(Statements.of(() -> Shop.require(community.members(people))))
                .isNotEmpty()
                .hasSizeLessThan(STATEMENTS_MOST);
        UUID[] members = Community.results(community.members(people)).stream()
                .map(result -> UUID.fromString(result.get("id").asString()))
                .toArray(UUID[]::new);
        String[] changes = IntStream.range(0, 500)
                .mapToObj(i -> i % 2 == 0
                        ? Community.verification(Community.externalId(), members[i / 2], VERIFIED, members[0])
                        : Community.rank(Community.externalId(), members[i / 2], VERIFIED, members[0], 1))
                .toArray(String[]::new);
        assertThat(Statements.of(() -> Shop.require(community.histories(changes))))
                .isNotEmpty()
                .hasSizeLessThan(STATEMENTS_MOST);
    }

    private static void assertUnchanged(List<JsonNode> before, Answer answer) {
        List<JsonNode> now = Community.results(answer);
        assertThat(now).extracting(result -> result.get("outcome").asString()).containsOnly("UNCHANGED");
        assertThat(now)
                .extracting(result -> result.get("id"))
                .containsExactlyElementsOf(
                        before.stream().map(result -> result.get("id")).toList());
    }

    private long members() {
        return database.asOwner()
                .sql("select count(*) from member")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Rows, versions and numbers of events, and the audit. */
    private String traces() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) || '/' || sum(fact_version) || '/'
                                || sum(state_version) from member),
                            (select count(*) || '/' || sum(version) from rank), (select count(*) from rank_change),
                            (select count(*) from member_verification), (select count(*) from admin_change),
                            (select count(*) from audit))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
