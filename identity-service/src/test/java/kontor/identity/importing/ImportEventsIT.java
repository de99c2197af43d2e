package kontor.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.identity.Community;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody else hears of an import (G-44). */
@IdentityTest
class ImportEventsIT {

    private static final Instant REGISTERED = Instant.parse("2019-03-01T08:00:00Z");
    private static final Instant VERIFIED = Instant.parse("2019-03-02T09:30:00.123456Z");
    private static final Instant LATER = Instant.parse("2020-07-01T12:00:00Z");

    private final Shop shop;
    private final Community community;
    private final TopicReader topics;

    ImportEventsIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        community = new Community(shop);
        this.topics = topics;
    }

    @Test
    void areFactsWithTheTimeTheyHadAndTheirPeople() {
        UUID admin = community.member();
        UUID member = member();
        Community.results(community.histories(
                Community.verification(Community.externalId(), member, VERIFIED, admin),
                Community.rank(Community.externalId(), member, VERIFIED, admin, 3),
                Community.admin(Community.externalId(), member, LATER, admin, true),
                Community.rank(Community.externalId(), member, LATER, admin, Shop.MEMBER_RANK)));

        List<Message> facts = told("kontor.identity.member.v1", member, 4);

        assertThat(facts)
                .extracting(Message::type)
                .containsExactly(
                        "kontor.identity.member-registered.v1",
                        "kontor.identity.member-verified.v1",
                        "kontor.identity.member-admin-changed.v1",
                        "kontor.identity.member-rank-changed.v1");
        assertThat(facts).extracting(Message::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(facts)
                .extracting(fact -> fact.headers().get("ce_time"))
                .containsExactly(REGISTERED.toString(), VERIFIED.toString(), LATER.toString(), LATER.toString());
        assertThat(facts).allSatisfy(fact -> {
            EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value()));
            assertThat(fact.headers())
                    .containsEntry("ce_imported", "true")
                    .containsEntry("ce_actor", shop.admin().id().toString());
            assertThat(body(fact).get("at").asString()).isEqualTo(fact.headers().get("ce_time"));
        });
        assertThat(facts.subList(1, 4))
                .allSatisfy(
                        fact -> assertThat(body(fact).get("adminId").asString()).isEqualTo(admin.toString()));
        assertThat(body(facts.get(1)).get("rankId").asLong()).isEqualTo(3);
    }

    /** Another instant than the verification's makes the first rank a step of its own. */
    @Test
    void tellARankOfAnotherInstantBesideTheVerification() {
        UUID member = member();
        Community.results(community.histories(
                Community.verification(Community.externalId(), member, VERIFIED, member),
                Community.rank(Community.externalId(), member, VERIFIED.plusMillis(3), member, 2)));

        List<Message> facts = told("kontor.identity.member.v1", member, 3);

        assertThat(facts.subList(1, 3))
                .extracting(Message::type)
                .containsExactly("kontor.identity.member-verified.v1", "kontor.identity.member-rank-changed.v1");
        assertThat(facts.subList(1, 3))
                .extracting(fact -> body(fact).get("rankId").asLong())
                .containsExactly(2L, 2L);
    }

    @Test
    void areOneStatePerMemberAndRequest() {
        Instant begun = Instant.now();
        UUID member = community.admin();

        List<Message> states = told("kontor.identity.members.v1", member, 2);

        assertThat(states).hasSize(2);
        assertThat(states)
                .extracting(state -> body(state).get("status").asString())
                .containsExactly("REGISTERED", "VERIFIED");
        assertThat(body(states.getLast()).get("admin").asBoolean()).isTrue();
        assertThat(states).allSatisfy(state -> {
            assertThat(state.headers()).containsEntry("ce_imported", "true");
            // A state is of now, whatever it is made of.
            assertThat(Instant.parse(String.valueOf(state.headers().get("ce_time"))))
                    .isAfter(begun.minus(Duration.ofMinutes(1)));
        });
    }

    @Test
    void areFactsOfNewRanksOnly() {
        long matched = shop.newRank();
        String name =
                shop.get("/ranks/" + matched, shop.admin()).body().get("name").asString();

        List<JsonNode> results = Community.results(community.ranks(
                Community.rank(Community.externalId(), name),
                Community.rank(Community.externalId(), "New " + Community.externalId())));

        long created = results.getLast().get("id").asLong();
        Message fact = told("kontor.identity.rank.v1", created, 1).getFirst();
        assertThat(fact.type()).isEqualTo("kontor.identity.rank-created.v1");
        assertThat(fact.headers()).containsEntry("ce_imported", "true");
        EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value()));
        assertThat(told("kontor.identity.rank.v1", matched, 1)).hasSize(1);
    }

    private UUID member() {
        return UUID.fromString(
                Community.results(community.members(Community.member(Community.externalId(), REGISTERED)))
                        .getFirst()
                        .get("id")
                        .asString());
    }

    private List<Message> told(String topic, Object key, int atLeast) {
        return Awaitility.await(topic + " of " + key)
                .atMost(Duration.ofSeconds(20))
                .until(() -> topics.all(topic, key.toString()), all -> all.size() >= atLeast);
    }

    private static JsonNode body(Message message) {
        return JsonMapper.shared().readTree(String.valueOf(message.value()));
    }
}
