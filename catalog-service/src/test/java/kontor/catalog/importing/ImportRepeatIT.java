package kontor.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kontor.catalog.Community;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.Together;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The same rows again, at once, and many of them. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ImportRepeatIT {

    /** Of any request, however many rows it has; the stocks go in batches. */
    private static final int STATEMENTS_MOST = 60;

    private final Shop shop;
    private final Community community;
    private final TestDatabase database;

    ImportRepeatIT(RestTestClient http, Members members, TestDatabase database) {
        shop = new Shop(http, members);
        community = new Community(shop);
        this.database = database;
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        Map<String, Object> tag = Community.tag(Community.externalId());
        Map<String, @Nullable Object> row = product(Community.externalId());
        List<Long> tags = Community.ids(community.tags(tag));
        List<Long> products = Community.ids(community.products(row));
        String before = traces();

        Answer tagsAgain = community.tags(Community.with(tag, "name", Shop.named("Other")));
        Answer productsAgain = community.products(Community.with(row, "createdAt", "2999-01-01T00:00:00Z"));

        assertThat(Community.outcomes(tagsAgain)).containsExactly("UNCHANGED");
        assertThat(Community.outcomes(productsAgain)).containsExactly("UNCHANGED");
        assertThat(Community.ids(tagsAgain)).isEqualTo(tags);
        assertThat(Community.ids(productsAgain)).isEqualTo(products);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void hasOneEffectOfEqualRequestsAtOnce() {
        Object[] rows = products(20);
        long before = count("select count(*) from product");

        List<Answer> answers = Together.all(4, n -> community.products(rows));

        assertThat(answers.stream().map(Community::ids).distinct()).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> Community.outcomes(answer).stream()))
                .filteredOn("CREATED"::equals)
                .hasSize(rows.length);
        assertThat(count("select count(*) from product")).isEqualTo(before + rows.length);
    }

    @Test
    void takesHundredsOfRowsByFewStatements() {
        Object[] rows = products(400);

        assertThat(Statements.of(() -> community.products(rows).expect(200)))
                .isNotEmpty()
                .hasSizeLessThan(STATEMENTS_MOST);
    }

    private Object[] products(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> product(Community.externalId()))
                .toArray();
    }

    private Map<String, @Nullable Object> product(String externalId) {
        return Community.product(externalId, shop.admin().id());
    }

    private long count(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getLong(1)).single();
    }

    private String traces() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) || '/' || sum(fact_version)
                                from product),
                            (select count(*) from product_price), (select count(*) from product_tag),
                            (select count(*) from stock), (select count(*) || '/' || sum(version) from tag),
                            (select count(*) from audit))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
