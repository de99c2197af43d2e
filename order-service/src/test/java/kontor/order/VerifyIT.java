package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Bazaar.Deal;
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
                .allSatisfy(file -> assertThat(Offenders.ALL.keySet()).anyMatch(file::startsWith));
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
        Used used = used();
        return queries.entrySet().stream()
                .flatMap(query -> offenders(query.getKey())
                        .map(offender -> DynamicTest.dynamicTest(
                                query.getKey() + ": " + offender, () -> sees(query.getValue(), offender, used))));
    }

    private void sees(String query, String offender, Used used) {
        undone.executeWithoutResult(status -> {
            for (String statement : offender.split(";", -1)) {
                JdbcClient.StatementSpec spec = owner.sql(statement);
                spec = statement.contains(":id") ? spec.param("id", used.order()) : spec;
                (statement.contains(":purchase") ? spec.param("purchase", used.purchase()) : spec).update();
            }

            assertThat(owner.sql(query).query().listOfRows()).isNotEmpty();
            status.setRollbackOnly();
        });
    }

    /** A delivered and billed order, and a purchase that is done and was adjusted. */
    private record Used(long order, long purchase) {}

    /** They went through what orders and purchases go through, among others that did so too. */
    private Used used() {
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
        return new Used(id, usePurchases());
    }

    /** A tariff that got another price, and purchases by others: rejected, cancelled, and one that has seen it all. */
    private long usePurchases() {
        MarketTerms terms = MarketTerms.made(shop);
        shop.patch("/shipping-tariffs/" + terms.tariff(), "{\"priceMinor\": 1}").expect(201);
        Dealer dealer = new Dealer(shop);
        Deal rejected = dealer.submitted();
        dealer.sayShort(rejected);
        Deal cancelled = shop.bazaar().paid();
        shop.post(shop.admin().bearer(), cancelled.path() + "/cancellation", "{}")
                .expect(200);
        shop.bazaar().paid();
        Deal deal = shop.bazaar().shipped(shop.bazaar().paid());
        dealer.now(deal.seller().bearer(), deal.path() + "/adjustments", Dealer.adjustment(deal.buyer(), 100))
                .expect(202);
        dealer.sayAdjustment(deal.id(), "booked");
        dealer.settled(deal.id(), "S");
        shop.patch(deal.path(), "{\"sellerReference\": \"R-7\"}").expect(200);
        shop.post(shop.admin().bearer(), deal.path() + "/confirmation", "{}").expect(200);
        shop.post(
                        deal.buyer().bearer(),
                        deal.path() + "/evaluations/buyer",
                        "{\"levelPack\": 9, \"levelGoods\": 8, \"level\": 10}")
                .expect(201);
        shop.post(deal.seller().bearer(), deal.path() + "/evaluations/seller", "{\"level\": 1}")
                .expect(201);
        shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(rejected.id()));
        return deal.id();
    }

    private static Stream<String> offenders(String file) {
        return Offenders.ALL.entrySet().stream()
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
