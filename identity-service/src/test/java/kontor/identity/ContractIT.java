package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.EventSchema;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever this service says on its topics, in this test and in all that ran before it, is what contracts promise. */
@IdentityTest
class ContractIT {

    private static final List<String> FACTS = List.of(
            "kontor.identity.member.v1",
            "kontor.identity.rank.v1",
            "kontor.identity.customer.v1",
            "kontor.identity.platform.v1");
    private static final List<String> STATES = List.of("kontor.identity.members.v1", "kontor.identity.customers.v1");

    private final Shop shop;
    private final TestDatabase database;
    private final TopicReader topics;

    ContractIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.database = database;
        this.topics = topics;
    }

    @Test
    void saysWhatItPromised() {
        oneOfEach();
        Awaitility.await("the outbox to drain").until(() -> count("outbox") == 0);

        TreeSet<String> types = new TreeSet<>();
        for (String topic : FACTS) {
            Map<String, Long> last = new HashMap<>();
            for (Message fact : topics.all(topic)) {
                types.add(fact.type());
                EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value()));
                assertThat(fact.sequence())
                        .as("%s of %s", topic, fact.key())
                        .isEqualTo(last.merge(String.valueOf(fact.key()), 1L, Long::sum));
                assertThat(fact.headers()).containsKeys("ce_id", "ce_actor", "ce_correlationid", "ce_time");
            }
        }
        for (String topic : STATES) {
            Map<String, Long> last = new HashMap<>();
            for (Message state : topics.all(topic)) {
                if (state.value() != null) {
                    EventSchema.of(state.type()).assertValid(state.value());
                }
                Long before = last.put(String.valueOf(state.key()), state.sequence());
                assertThat(state.sequence()).isGreaterThan(before == null ? 0 : before);
            }
        }
        assertThat(types).hasSize(17);
    }

    private void oneOfEach() {
        Person member = shop.newAdmin();
        String path = "/members/" + member.id();
        shop.patch(path, member, "{\"pictureUploadId\":1}");
        shop.post(path + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_1\",\"granted\":true}");
        shop.post(path + "/rank-changes", shop.admin(), Shop.rank(2));
        shop.patch("/ranks/3", shop.admin(), "{\"debtLimitMinor\":-1}");
        shop.patch("/ranks/3", shop.admin(), "{\"debtLimitMinor\":0}");
        String site = "{\"zipCode\":\"1\",\"city\":\"A\",\"street\":\"B\"}";
        Answer customer = shop.post(path + "/customer", member, "{\"name\":\"C\",\"sites\":[%s]}".formatted(site));
        String profile = "/customers/" + customer.body().get("id").asLong();
        Answer second = shop.post(profile + "/sites", member, site);
        shop.patch(profile + "/sites/" + second.body().get("id").asLong(), member, "{\"tel\":\"1\"}");
        shop.patch(
                profile,
                member,
                "{\"taxIdentifier\":\"T\",\"mainSiteId\":%d}"
                        .formatted(second.body().get("id").asLong()));
        shop.delete(profile + "/sites/" + customer.body().get("mainSiteId").asLong(), member);
        shop.post(path + "/anonymisation", shop.admin(), "");
        shop.delete("/members/me", shop.newcomer());
        String admin = shop.admin().bearer();
        shop.call(HttpMethod.PUT, "/maintenance", admin, "{\"on\":true}", Map.of());
        shop.call(HttpMethod.PUT, "/maintenance", admin, "{\"on\":false}", Map.of());
    }

    private long count(String table) {
        return database.asOwner()
                .sql("select count(*) from " + table)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
