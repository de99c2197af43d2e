package kontor.order.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Fee models; those of this class come into effect after all that other classes use. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class FeeModelIT {

    private static final String TERMS = "kontor.order.terms.v1";
    private static final long FREE = 1;

    private final Shop shop;
    private final Wire wire;
    private final FeeModels models;

    FeeModelIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            FeeModels models) {
        shop = new Shop(http, members, database, writer);
        wire = new Wire(reader);
        this.models = models;
    }

    private Answer add(String percent, Instant from) {
        return add(UUID.randomUUID().toString(), percent, from);
    }

    private Answer add(String key, String percent, Instant from) {
        String body = """
                {"name": "Standard", "percent": %s, "fixedMinor": 20, "minMinor": 40, "maxMinor": 1500, \
                "validFrom": "%s"}""".formatted(percent, from);
        return shop.post(shop.admin().bearer(), "/fee-models", key, body);
    }

    @Test
    void isFreeFromTheStart() {
        assertThat(models.feeOf(3_690, Instant.EPOCH)).isEqualTo(new Fee(FREE, 0));
        assertThat(shop.get(shop.members().verified().bearer(), "/fee-models/1")
                        .expect(200)
                        .body()
                        .path("percent")
                        .toString())
                .isEqualTo("0");
        Wire.Told told = wire.of(TERMS, "fee-model:1", 1).getFirst();
        assertThat(told.name()).isEqualTo("fee-model-added");
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.body().path("validFrom").asString("")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void addsAModelThatComesIntoEffect() {
        Instant from = Instant.parse("2500-01-01T00:00:00Z");

        Answer added = add("4", from).expect(201);

        assertThat(added.headers().getLocation()).hasPath("/api/v1/fee-models/" + added.id());
        assertThat(added.etag()).isEqualTo("\"1\"");
        assertThat(added.body())
                .isEqualTo(shop.get(shop.admin().bearer(), "/fee-models/" + added.id())
                        .expect(200)
                        .body());
        assertThat(added.body().path("percent").toString()).isEqualTo("4");
        assertThat(models.feeOf(3_690, from.minusNanos(1_000)).feeModelId()).isNotEqualTo(added.id());
        assertThat(models.feeOf(3_690, from)).isEqualTo(new Fee(added.id(), 168));
        assertThat(models.feeOf(300, from)).isEqualTo(new Fee(added.id(), 40));
        Wire.Told told = wire.of(TERMS, "fee-model:" + added.id(), 1).getFirst();
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.body().path("maxMinor").asLong()).isEqualTo(1_500);
        assertThat(shop.audits("fee-model", added.id())).containsExactly("add-fee-model");
    }

    @Test
    void takesTheNewestOfThoseValid() {
        Instant from = Instant.parse("2600-01-01T00:00:00Z");
        long later = add("2.5", from.plus(Duration.ofDays(1))).expect(201).id();
        long first = add("1", from).expect(201).id();
        long second = add("3", from).expect(201).id();

        assertThat(models.feeOf(10_000, from)).isEqualTo(new Fee(second, 320));
        assertThat(models.feeOf(10_000, from.plus(Duration.ofDays(1)))).isEqualTo(new Fee(later, 270));
        assertThat(List.of(first, second, later)).doesNotHaveDuplicates();
    }

    @Test
    void addsAModelOncePerKey() {
        Instant from = Instant.parse("2700-01-01T00:00:00Z");
        String key = UUID.randomUUID().toString();

        Answer first = add(key, "4", from).expect(201);
        Answer again = add(key, "4", from).expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesALeastThatIsMoreThanTheMost() {
        String body = """
                {"name": "Odd", "percent": 1, "fixedMinor": 0, "minMinor": 41, "maxMinor": 40}""";

        shop.post(shop.admin().bearer(), "/fee-models", body).refused(422, "wrong-order");
    }

    @Test
    void listsModelsNewestFirst() {
        Instant from = Instant.parse("2800-01-01T00:00:00Z");
        long id = add("4", from).expect(201).id();

        Answer list = shop.get(shop.members().verified().bearer(), "/fee-models?limit=100")
                .expect(200);

        assertThat(list.body()
                        .path("items")
                        .valueStream()
                        .map(model -> model.path("id").asLong()))
                .contains(FREE, id)
                .startsWith(id);
    }
}
