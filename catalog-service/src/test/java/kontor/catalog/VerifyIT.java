package kontor.catalog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.deal.Trade;
import kontor.catalog.listing.Stall;
import kontor.catalog.reservation.Course;
import kontor.catalog.upload.Drawing;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The verify set: silent about a shop in use, and loud about one planted offender each. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private static final String STILL = "alter table %s disable trigger user;";

    /** By the beginning of a file's name: what it must see; {@code :id} is a product of its own. */
    private static final Map<String, List<String>> OFFENDERS = Map.ofEntries(
            entry(
                    "INV-04",
                    List.of("grant update (reason) on stock_move to public; grant delete on product_price to public")),
            entry(
                    "INV-12-the-current",
                    List.of(
                            "update product set price_minor = price_minor + 1 where id = :id",
                            STILL.formatted("product_price") + "delete from product_price where product_id = :id")),
            entry(
                    "INV-12-every",
                    List.of(
                            STILL.formatted("product_state")
                                    + "update product_state set price_minor = 1, gross_price_minor = 1 where"
                                    + " product_id = :id",
                            STILL.formatted("product_state")
                                    + "update product_state set gross_price_minor = 1 where product_id = :id")),
            entry(
                    "INV-13-on-hand",
                    List.of(
                            "update stock set on_hand = on_hand + 1 where product_id = :id",
                            "update stock set base_count = base_count + 1, base_at = '2000-01-01Z' where product_id ="
                                    + " :id",
                            STILL.formatted("stock_move")
                                    + "update stock_move set delta = delta * 2 where product_id = :id")),
            entry(
                    "INV-13-reserved",
                    List.of(
                            "update stock set reserved = reserved - 1 where product_id = :id",
                            "update reservation set quantity = quantity + 1 where product_id = :id and state = 'HELD'",
                            "update stock set tracked = false where product_id = :id")),
            entry(
                    "INV-13-a-reservation",
                    List.of(
                            "update reservation set moved = moved - 1 where product_id = :id and state = 'CONSUMED'",
                            "update reservation set quantity = quantity + 1"
                                    + " where product_id = :id and state = 'CONSUMED'",
                            "insert into stock_move (id, product_id, kind, delta, at, recorded_at, business_ref)"
                                    + " values (-2, :id, 'RETAIL_OUT', -1, now(), now(), 'order:-1:-1')")),
            entry(
                    "INV-14-a-reservation",
                    List.of(
                            "update promise set accepted = false where order_id in"
                                    + " (select order_id from reservation where product_id = :id and state = 'HELD')",
                            "delete from reservation where product_id = :id and state = 'HELD'")),
            entry(
                    "INV-20",
                    List.of(
                            "update vat_rate set percentage = 99.01 where percentage = 0",
                            "update product set vat_rate_id = (select max(id) from vat_rate); delete from vat_rate"
                                    + " where percentage = 0",
                            "update vat_rate set valid_from = valid_from + interval '1 second' where percentage = 0")),
            entry("INV-26-states", List.of("update product set version = version + 1 where id = :id")),
            entry("INV-30", List.of("update product set name = 'otherwise' where id = :id")),
            entry(
                    "INV-36-a-picture-of-a-product",
                    List.of("update product set image_upload_id = (select max(id) from upload where purpose = 'MEMBER')"
                            + " where id = :id")),
            entry(
                    "INV-37-decisions-on-orders",
                    List.of(
                            "delete from audit where action = 'reserve-stock'",
                            "update audit set actor_id = gen_random_uuid() where action = 'refuse-stock'",
                            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id)"
                                    + " select actor_id, action, target_type, target_id, at, correlation_id"
                                    + " from audit where action = 'reserve-stock' limit 1")),
            entry(
                    "INV-37-privileged",
                    List.of(
                            "update tag set version = version + 1"
                                    + " where id = (select max(id) from tag where external_id is null)",
                            "delete from audit where action = 'create-product' and target_id = cast(:id as text)",
                            "update product set created_by = gen_random_uuid() where id = :id",
                            "delete from audit where action = 'correct-stock' and target_id = cast(:id as text)",
                            "delete from audit where action = 'set-price' and target_id = cast(:id as text)",
                            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id)"
                                    + " select gen_random_uuid(), 'withdraw-product', 'product',"
                                    + " cast(:id as text), now(), 'x'")),
            entry(
                    "INV-13-the-base",
                    List.of(
                            "insert into stocktaking (id, at, revoked) values (-1, now(), false);"
                                    + "insert into stocktaking_count (stocktaking_id, product_id, pieces)"
                                    + " values (-1, :id, 0)",
                            "update stock set base_stocktaking_id = 7, base_at = now() where product_id = :id",
                            "update stock set tracked_since = now() where product_id = :id")),
            entry(
                    "INV-13-a-line",
                    List.of(
                            "insert into replenishment_line (line_id, collection_id, product_id, moved, at, moves)"
                                    + " values (-1, -1, :id, 5, now(), 1)",
                            "insert into stock_move (id, product_id, kind, delta, at, recorded_at, business_ref)"
                                    + " values (-1, :id, 'REPLENISHMENT', 5, now(), now(), 'replenishment:-1:1')")));

    private final Shop shop;
    private final Members members;
    private final TestDatabase database;
    private final TopicWriter topics;
    private final TopicReader reader;
    private final JdbcClient owner;
    private final TransactionTemplate undone;
    private final Map<String, String> queries;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter topics, TopicReader reader)
            throws IOException {
        shop = new Shop(http, members);
        this.members = members;
        this.database = database;
        this.topics = topics;
        this.reader = reader;
        var source = database.dataSource(database.owner());
        owner = JdbcClient.create(source);
        undone = new TransactionTemplate(new DataSourceTransactionManager(source));
        queries = queries();
    }

    @Test
    void hasAnOffenderForEachQuery() {
        assertThat(queries.keySet())
                .allSatisfy(file -> assertThat(offenders(file)).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> saysNothingAboutAShopInUse() {
        used();
        return queries.entrySet().stream()
                .map(query -> DynamicTest.dynamicTest(
                        query.getKey(),
                        () -> assertThat(owner.sql(query.getValue()).query().listOfRows())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> seesEachOffender() {
        long id = used();
        return queries.entrySet().stream()
                .flatMap(query -> offenders(query.getKey())
                        .map(offender -> DynamicTest.dynamicTest(
                                query.getKey() + ": " + offender, () -> sees(query.getValue(), offender, id))));
    }

    private void sees(String query, String offender, long id) {
        undone.executeWithoutResult(status -> {
            for (String statement : offender.split(";", -1)) {
                JdbcClient.StatementSpec spec = owner.sql(statement);
                (statement.contains(":id") ? spec.param("id", id) : spec).update();
            }

            assertThat(owner.sql(query).query().listOfRows()).isNotEmpty();
            status.setRollbackOnly();
        });
    }

    /** A product that went through what products go through, among things that did so too. */
    private long used() {
        Thing thing = Thing.made(shop);
        Course.used(topics, database, thing.product());
        new Trade(topics, reader, database).with(new Stall(shop, members.verified()), shop.admin());
        String product = "/products/" + thing.product();
        String bearer = members.verified().bearer();
        shop.upload(bearer, "MEMBER", Drawing.png(8, 8)).expect(201);
        shop.patch(product, Map.of("tagIds", List.of(thing.tag()), "vatRateId", thing.rate(), "priceMinor", 77))
                .expect(200);
        shop.patch("/tags/" + thing.tag(), Map.of("forSale", false)).expect(200);
        shop.patch("/vat-rates/" + thing.rate(), Map.of("percentage", Shop.percentage()))
                .expect(200);
        shop.patch("/packagings/" + thing.packaging(), Map.of("weightG", 7)).expect(200);
        shop.postOnce("/products/bulk/price-change", Map.of("categoryId", thing.category(), "percent", 10))
                .expect(200);
        shop.postOnce("/products/bulk/move", Map.of("priceMinor", 9_999_999_998L, "categoryName", Shop.named("Dear")))
                .expect(200);
        long gone = shop.productId(Map.of("categoryId", thing.category()));
        shop.delete("/products/" + gone).expect(204);
        new Community(shop).productId();
        shop.delete("/categories/" + thing.category()).expect(204);
        return thing.product();
    }

    private static Stream<String> offenders(String file) {
        return Stream.of(OFFENDERS, MarketOffenders.ALL)
                .flatMap(offenders -> offenders.entrySet().stream())
                .filter(offender -> file.startsWith(offender.getKey()))
                .flatMap(offender -> offender.getValue().stream());
    }

    /** Only the set of this service, which lies beside its classes. */
    private static Map<String, String> queries() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:verify/INV-*.sql");
        return Arrays.stream(files)
                .filter(Resource::isFile)
                .collect(Collectors.toMap(file -> Objects.requireNonNull(file.getFilename()), VerifyIT::text));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
