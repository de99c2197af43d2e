package kontor.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Needs a shop without an admin, so it has a context, database and broker of its own. */
@KontorTest(service = "identity", kafka = KontorTest.Kafka.OWN)
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

    /** Example 3 of the domain page, with more hands. */
    @Test
    void goesToTheFirstWithALogInHoweverManyRace() throws Exception {
        shop.withoutLogIn();
        Person leaver = shop.newcomer();
        Person next = shop.newcomer();
        Person third = shop.newcomer();

        assertThat(shop.post("/members/me/admin-claim", next, "").code()).isEqualTo("admin-claim-closed");
        assertThat(shop.delete("/members/me", leaver).status()).isEqualTo(204);

        List<Answer> answers = race(() -> shop.post("/members/me/admin-claim", next, ""));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("admin-claim-closed"));
        assertThat(shop.post("/members/me/admin-claim", third, "").code()).isEqualTo("admin-claim-closed");
        assertThat(count("admin_change")).isEqualTo(1);
        assertThat(count("member_verification")).isEqualTo(1);
        assertThat(shop.get("/members/me", next).body().get("admin").asBoolean())
                .isTrue();

        tellsWhatHappened(next);
    }

    private void tellsWhatHappened(Person admin) {
        String key = admin.id().toString();
        topics.await("kontor.identity.member.v1", key, "kontor.identity.member-admin-changed.v1");
        List<TopicReader.Message> facts = topics.all("kontor.identity.member.v1", key);
        assertThat(facts.stream().map(TopicReader.Message::type))
                .containsExactly(
                        "kontor.identity.member-registered.v1",
                        "kontor.identity.member-verified.v1",
                        "kontor.identity.member-admin-changed.v1");
        assertThat(facts.stream().map(TopicReader.Message::sequence)).containsExactly(1L, 2L, 3L);
        facts.forEach(fact -> EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value())));
        TopicReader.Message state = topics.await(
                "kontor.identity.members.v1",
                message -> key.equals(message.key())
                        && String.valueOf(message.value()).contains("\"admin\":true"));
        EventSchema.of("kontor.identity.members-state.v1").assertValid(String.valueOf(state.value()));
    }

    private List<Answer> race(Callable<Answer> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Answer>> futures = threads.invokeAll(
                    IntStream.range(0, RACERS).mapToObj(i -> call).toList());
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    private long count(String table) {
        return database.asOwner()
                .sql("select count(*) from " + table)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
