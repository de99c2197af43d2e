package kontor.identity.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
class RankIT {

    private final Shop shop;
    private final TopicReader topics;
    private final TestDatabase database;

    RankIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void isInstalledWithFourRanksThatAreToldAsFacts() {
        JsonNode ranks = shop.get("/ranks?limit=100&sort=debtLimitMinor", shop.admin())
                .body()
                .get("items");

        assertThat(ranks.findValuesAsString("name")).contains("Member", "Alumni", "Contender", "Inactive");
        for (int id = 1; id <= 4; id++) {
            TopicReader.Message fact =
                    topics.await("kontor.identity.rank.v1", Integer.toString(id), "kontor.identity.rank-created.v1");
            EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value()));
            assertThat(fact.sequence()).isEqualTo(1);
        }
    }

    @Test
    void holdsAtOnceForAllItsMembers() {
        long rank = create("Edited", "-700");
        List<Person> members =
                IntStream.range(0, 5).mapToObj(i -> shop.verified(rank)).toList();

        Answer edited = shop.patch("/ranks/" + rank, shop.admin(), """
                {"debtLimitMinor":null,"active":false}""");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().get("debtLimitMinor").isNull()).isTrue();
        assertThat(shop.get("/ranks", members.getFirst()).code()).isEqualTo("member-inactive");
        for (Person member : members) {
            String key = member.id().toString();
            TopicReader.Message state = topics.await(
                    "kontor.identity.members.v1",
                    message -> key.equals(message.key())
                            && String.valueOf(message.value()).contains("\"rankId\":%d".formatted(rank))
                            && String.valueOf(message.value()).contains("\"active\":false"));
            assertThat(String.valueOf(state.value())).contains("\"debtLimitMinor\":null");
        }
        topics.await("kontor.identity.rank.v1", Long.toString(rank), "kontor.identity.rank-changed.v1");
    }

    @Test
    void reachesMoreMembersThanOneBatchTakes() {
        long rank = create("Crowded", "0");
        List<UUID> crowd = crowd(rank, 450);

        shop.patch("/ranks/" + rank, shop.admin(), "{\"debtLimitMinor\":-1}");
        shop.patch("/ranks/" + rank, shop.admin(), "{\"debtLimitMinor\":-2}");

        for (UUID member : List.of(crowd.getFirst(), crowd.get(200), crowd.getLast())) {
            topics.await(
                    "kontor.identity.members.v1",
                    message -> member.toString().equals(message.key())
                            && String.valueOf(message.value()).contains("\"debtLimitMinor\":-2"));
        }
    }

    /** As imported, so nobody's privilege. */
    private List<UUID> crowd(long rank, int size) {
        return database.asOwner()
                .sql("""
                        with m as (insert into member (id, created_at, last_name, status)
                                select gen_random_uuid(), now(), 'Crowd', 'VERIFIED' from generate_series(1, :size)
                                returning id),
                            v as (insert into member_verification (id, member_id, by_admin_id, at, external_source,
                                    external_id)
                                select -1000000 - row_number() over (), id, id, now(), 'community', id::text from m),
                            r as (insert into rank_change (id, member_id, rank_id, by_admin_id, at, external_source,
                                    external_id)
                                select -1000000 - row_number() over (), id, :rank, id, now(), 'community', id::text
                                from m)
                        select id from m order by id
                        """)
                .param("size", size)
                .param("rank", rank)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Test
    void hasAUniqueName() {
        long rank = create("Unique", "0");
        String name =
                shop.get("/ranks/" + rank, shop.admin()).body().get("name").asString();

        Answer twin = shop.post(
                "/ranks", shop.admin(), "{\"name\":\"%s\"}".formatted(name.toUpperCase(java.util.Locale.ROOT)));
        Answer renamed = shop.patch("/ranks/" + rank, shop.admin(), "{\"name\":\"MEMBER\"}");

        assertThat(twin.code()).isEqualTo("duplicate");
        assertThat(renamed.code()).isEqualTo("duplicate");
    }

    private long create(String name, String limit) {
        Answer rank = shop.post(
                "/ranks",
                shop.admin(),
                "{\"name\":\"%s %s\",\"debtLimitMinor\":%s}"
                        .formatted(name, UUID.randomUUID().toString().substring(0, 8), limit));
        Shop.require(rank);
        return rank.body().get("id").asLong();
    }
}
