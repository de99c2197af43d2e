package kontor.order;

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
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
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

/** The verify set: silent about orders in use, and loud about one planted offender each. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private static final String STILL = "alter table order_log disable trigger user;";
    private static final String PURCHASE_STILL = "alter table purchase_log disable trigger user;";
    private static final String LOG =
            STILL + "update order_log set detail = '%s' where order_id = :id and action = '%s'";

    /** By the beginning of a file's name: what it must see; {@code :id} is a delivered and billed order. */
    private static final Map<String, List<String>> OFFENDERS = Map.ofEntries(
            entry(
                    "INV-04",
                    List.of(
                            "grant update (detail) on order_log to public; grant delete on audit to public",
                            "grant delete on retail_order to public",
                            "grant update on evaluation_buyer to public",
                            "grant delete on shipping_tariff to public")),
            entry(
                    "INV-14",
                    List.of("update retail_order set status_id = 1, delivered_at = null, asked_at = now(),"
                            + " placed_at = now() - interval '12 minutes' where id = :id")),
            entry(
                    "INV-20",
                    List.of("delete from known_site s using known_customer c, retail_order o"
                            + " where o.id = :id and c.id = o.customer_id and s.id = c.main_site_id")),
            entry(
                    "INV-21",
                    List.of(
                            "update order_item set status_id = 4 where order_id = :id",
                            "update order_item set status_id = 8 where order_id = :id")),
            entry(
                    "INV-22-orders-stand",
                    List.of(
                            "update retail_order set status_id = 6, delivered_at = null where id = :id",
                            "update order_item set status_id = 6 where order_id = :id")),
            entry(
                    "INV-22-orders-move",
                    List.of(
                            LOG.formatted("NEW -> PENDING", "PLACE"),
                            LOG.formatted("DELIVERED -> PACKAGED", "STATUS"),
                            LOG.formatted("NEW -> LOST", "ITEM_STATUS"),
                            STILL + "insert into order_log (order_id, actor_id, action, detail, at)"
                                    + " values (:id, gen_random_uuid(), 'STATUS', 'NEW -> PACKAGED', now())")),
            entry(
                    "INV-30",
                    List.of(
                            "update retail_order set net_minor = net_minor + 1 where id = :id",
                            "update retail_order set item_count = 1 where id = :id",
                            "update order_item set amount = amount + 1 where order_id = :id")),
            entry(
                    "INV-35",
                    List.of(
                            "insert into evaluation_seller (purchase_id, level, at)"
                                    + " select id, 5, now() from market_purchase where status = 'P' limit 1",
                            PURCHASE_STILL + "delete from purchase_log where action = 'E'",
                            "insert into purchase_log (purchase_id, actor_id, action, detail)"
                                    + " select purchase_id, actor_id, action, detail from purchase_log"
                                    + " where action = 'E'")),
            entry(
                    "INV-37",
                    List.of(
                            "insert into fee_model (name, percent, fixed_minor, min_minor, valid_from)"
                                    + " values ('Odd', 0, 0, 0, now())",
                            "update shipping_tariff set version = version + 1",
                            "delete from audit where action = 'move-order' and target_id = cast(:id as text)",
                            "delete from audit where action = 'note-invoice' and target_id = cast(:id as text)",
                            "update payment_method set version = version + 1"
                                    + " where id = (select payment_method_id from retail_order where id = :id)",
                            "update order_status set version = version + 1 where id = 1",
                            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id)"
                                    + " select actor_id, 'reject-order', target_type, target_id, at, 'x' from audit"
                                    + " where action = 'move-order' and target_id = cast(:id as text)")));

    private final Shop shop;
    private final JdbcClient owner;
    private final TransactionTemplate undone;
    private final Map<String, String> queries;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) throws IOException {
        shop = new Shop(http, members, database, writer);
        var source = database.dataSource(database.owner());
        owner = JdbcClient.create(source);
        undone = new TransactionTemplate(new DataSourceTransactionManager(source));
        queries = queries();
    }

    @Test
    void hasAnOffenderForEachQuery() {
        assertThat(queries.keySet())
                .allSatisfy(file -> assertThat(OFFENDERS.keySet()).anyMatch(file::startsWith));
    }

    @TestFactory
    Stream<DynamicTest> saysNothingAboutOrdersInUse() {
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

    /** An order that went through what orders go through, among others that did so too. */
    private long used() {
        Customer cleo = shop.customer();
        Answer order = shop.placed(cleo, 3);
        long id = order.id();
        shop.patch("/orders/%d/items/%d".formatted(id, order.item(1)), "{\"unitPriceMinor\": 90}")
                .expect(200);
        shop.moveItem(id, order.item(2), "CANCELLED").expect(200);
        shop.moveItem(id, order.item(3), "PACKAGED").expect(200);
        shop.move(id, "PACKAGED").expect(200);
        shop.moveItem(id, order.item(1), "PACKAGED").expect(200);
        shop.move(id, "DELIVERED").expect(200);
        shop.neighbours().issue(id, Neighbours.nextId());

        shop.cancel(cleo.bearer(), shop.placed(cleo, 1).id()).expect(200);
        shop.cancel(
                        shop.admin().bearer(),
                        shop.submit(cleo.bearer(), shop.order(cleo, 1)).id())
                .expect(200);
        long refused = shop.submit(shop.admin().bearer(), shop.order(cleo, 1))
                .expect(202)
                .id();
        shop.neighbours().sayRefused(refused, order.item(1), "stock-short");
        shop.neighbours().await("retail_order where id = %d and status_id = 2".formatted(refused));
        shop.patch("/payment-methods/" + shop.method(), "{\"deadlineDays\": 30}")
                .expect(200);
        useTerms();
        return id;
    }

    /** A tariff that got another price, and purchases by others, one of them evaluated. */
    private void useTerms() {
        MarketTerms terms = MarketTerms.made(shop);
        shop.patch("/shipping-tariffs/" + terms.tariff(), "{\"priceMinor\": 1}").expect(201);
        shop.bazaar().paid();
        Bazaar.Deal deal = shop.bazaar().done();
        shop.post(
                        deal.buyer().bearer(),
                        deal.path() + "/evaluations/buyer",
                        "{\"levelPack\": 9, \"levelGoods\": 8, \"level\": 10}")
                .expect(201);
        shop.post(deal.seller().bearer(), deal.path() + "/evaluations/seller", "{\"level\": 1}")
                .expect(201);
    }

    private static Stream<String> offenders(String file) {
        return OFFENDERS.entrySet().stream()
                .filter(offender -> file.startsWith(offender.getKey()))
                .flatMap(offender -> offender.getValue().stream());
    }

    /** Only the set of this service, which lies beside its classes. */
    private static Map<String, String> queries() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:verify/INV-*.sql");
        return Arrays.stream(files)
                .filter(Resource::isFile)
                .filter(VerifyIT::isOurs)
                .collect(Collectors.toMap(file -> Objects.requireNonNull(file.getFilename()), VerifyIT::text));
    }

    private static boolean isOurs(Resource file) {
        try {
            return file.getURL().getPath().contains("/order-service/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
