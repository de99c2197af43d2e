package kontor.catalog.importing.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.Community;
import kontor.catalog.Retail;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** VAT rates and the category tree of a retail shop. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class FoundationImportIT {

    private final Shop shop;
    private final Retail retail;
    private final Wire wire;
    private final TopicReader topics;
    private final TestDatabase database;

    FoundationImportIT(RestTestClient http, Members members, TopicReader topics, TestDatabase database) {
        shop = new Shop(http, members);
        retail = new Retail(shop);
        wire = new Wire(topics);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void matchesRatesByTheirPercentage() {
        Object own = Shop.percentage();
        long id = shop.post("/vat-rates", Map.of("percentage", own, "name", "Own"))
                .expect(201)
                .id();
        BigDecimal other = Shop.percentage();

        Answer answer = retail.vatRates(Retail.vatRate(own), Retail.vatRate(other));

        assertThat(Community.outcomes(answer)).containsExactly("MATCHED", "CREATED");
        assertThat(Community.ids(answer).getFirst()).isEqualTo(id);
        JsonNode matched = shop.get("/vat-rates?externalId=retail:" + externalId(answer, 0))
                .body()
                .at("/items/0");
        assertThat(matched.get("name").asString()).isEqualTo("Own");
        assertThat(matched.get("version").asLong()).isEqualTo(1);
        long created = Community.ids(answer).getLast();
        Told fact = wire.facts("vat-rate", created, 1).getFirst();
        assertThat(fact.version()).isEqualTo(1);
        assertThat(fact.body().get("percentage").decimalValue()).isEqualByComparingTo(other);
        assertThat(topics.all("kontor.catalog.vat-rate.v1", Long.toString(created)))
                .allSatisfy(record -> assertThat(record.headers()).containsEntry("ce_imported", "true"));
        assertThat(wire.facts("vat-rate", id, 1)).hasSize(1);
    }

    @Test
    void growsTheTreeInAnyOrder() {
        Map<String, @Nullable Object> top = Retail.category(null);
        Map<String, @Nullable Object> middle = Retail.category(top.get("externalId"));
        Map<String, @Nullable Object> leaf = Retail.category(middle.get("externalId"));

        Answer answer = retail.categories(leaf, top, middle);

        List<Long> ids = Community.ids(answer);
        JsonNode tree = shop.get("/categories/" + ids.get(1) + "?descendants=true")
                .expect(200)
                .body();
        assertThat(tree.get("parentId").isNull()).isTrue();
        assertThat(tree.at("/children/0/id").asLong()).isEqualTo(ids.get(2));
        assertThat(tree.at("/children/0/children/0/id").asLong()).isEqualTo(ids.getFirst());
        assertThat(tree.at("/children/0/children/0/externalSource").asString()).isEqualTo("retail");
        assertThat(wire.facts("category", ids.getFirst(), 1)
                        .getFirst()
                        .body()
                        .get("parentId")
                        .asLong())
                .isEqualTo(ids.get(2));
        assertThat(topics.all("kontor.catalog.category.v1", ids.getFirst().toString()))
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).containsEntry("ce_imported", "true"));
        Map<String, @Nullable Object> later = Retail.category(leaf.get("externalId"));
        long below = Community.ids(retail.categories(later)).getFirst();
        assertThat(shop.get("/categories/" + below).body().get("parentId").asLong())
                .isEqualTo(ids.getFirst());
    }

    @Test
    void joinsACategoryOfTheSameNameWhereItIs() {
        long parent = shop.category(null);
        long id = shop.category(parent);
        String name = shop.get("/categories/" + id).body().get("name").asString();
        Map<String, @Nullable Object> top = Retail.category(null);
        Map<String, @Nullable Object> same = Retail.category(top.get("externalId"));
        same.put("name", name.toUpperCase(Locale.ROOT));
        Map<String, @Nullable Object> below = Retail.category(same.get("externalId"));

        Answer answer = retail.categories(top, same, below);

        assertThat(Community.outcomes(answer)).containsExactly("CREATED", "MATCHED", "CREATED");
        JsonNode joined = shop.get("/categories/" + id).body();
        assertThat(joined.get("parentId").asLong()).isEqualTo(parent);
        assertThat(joined.get("name").asString()).isEqualTo(name);
        assertThat(shop.get("/categories/" + Community.ids(answer).getLast())
                        .body()
                        .get("parentId")
                        .asLong())
                .isEqualTo(id);
    }

    @Test
    void changesNothingWhenItIsRunAgainAndOnceAtOnce() {
        Map<String, Object> rate = Retail.vatRate(Shop.percentage());
        Map<String, @Nullable Object> top = Retail.category(null);
        Map<String, @Nullable Object> leaf = Retail.category(top.get("externalId"));

        List<Answer> rates = Together.all(3, n -> retail.vatRates(rate));
        List<Answer> trees = Together.all(3, n -> retail.categories(top, leaf));

        assertThat(rates.stream().map(Community::ids).distinct()).hasSize(1);
        assertThat(rates.stream().flatMap(answer -> Community.outcomes(answer).stream()))
                .containsExactlyInAnyOrder("CREATED", "UNCHANGED", "UNCHANGED");
        assertThat(trees.stream().map(Community::ids).distinct()).hasSize(1);
        String before = rows();
        assertThat(Community.outcomes(retail.categories(Community.with(leaf, "name", Shop.named("Other")))))
                .containsExactly("UNCHANGED");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesTheWholeRequestForOneRow() {
        Map<String, @Nullable Object> good = Retail.category(null);
        Object percentage = Shop.percentage();
        String before = rows();

        assertThat(retail.categories(good, Retail.category("nowhere"))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/categories/1/parentExternalId");
        Map<String, @Nullable Object> own = Retail.category(null);
        own.put("parentExternalId", own.get("externalId"));
        assertThat(retail.categories(good, own).refused(422, "category-cycle").pointer())
                .isEqualTo("/categories/1/parentExternalId");
        assertThat(retail.categories(good, Community.with(Retail.category(null), "name", good.get("name")))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/categories/1/name");
        assertThat(retail.vatRates(Retail.vatRate(percentage), Retail.vatRate(percentage))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/vatRates/1/percentage");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void writesOneAuditRowPerThing() {
        long rate = Community.ids(retail.vatRates(Retail.vatRate(Shop.percentage())))
                .getFirst();
        long category = Community.ids(retail.categories(Retail.category(null))).getFirst();

        assertThat(audited("vat-rate", rate)).containsExactly("import-vat-rate");
        assertThat(audited("category", category)).containsExactly("import-category");
    }

    private List<String> audited(String type, long id) {
        return database.asOwner()
                .sql("select action from audit where target_type = ? and target_id = ?")
                .params(type, Long.toString(id))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String externalId(Answer answer, int place) {
        return answer.body().at("/results/%d/externalId".formatted(place)).asString();
    }

    private String rows() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) from category),
                            (select count(*) || '/' || sum(version) from vat_rate),
                            (select count(*) from vat_rate_change), (select count(*) from audit))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
