package kontor.identity.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.EventSchema;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class MaintenanceIT {

    private final Shop shop;
    private final TopicReader topics;

    MaintenanceIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.topics = topics;
    }

    @Test
    void isSwitchedByAdminsAndReadByAnybody() {
        assertThat(put("{\"on\":true,\"message\":\"Stock count\"}").status()).isEqualTo(200);
        Answer read = shop.get("/maintenance", null);
        assertThat(read.body().get("on").asBoolean()).isTrue();
        assertThat(read.body().get("message").asString()).isEqualTo("Stock count");
        assertThat(put("{\"on\":true}").code()).isEqualTo("already-in-state");
        assertThat(put("{\"on\":false}").status()).isEqualTo(200);
        assertThat(put("{\"on\":false}").code()).isEqualTo("already-in-state");

        Awaitility.await().until(() -> facts().size() >= 2);
        assertThat(facts().stream().map(TopicReader.Message::sequence)).startsWith(1L, 2L);
        facts().forEach(fact -> EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value())));
    }

    private Answer put(String body) {
        return shop.call(HttpMethod.PUT, "/maintenance", shop.admin().bearer(), body, Map.of());
    }

    private List<TopicReader.Message> facts() {
        return topics.all("kontor.identity.platform.v1", "platform");
    }
}
