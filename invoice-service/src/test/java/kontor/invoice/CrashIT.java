package kontor.invoice;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.ServiceProcess;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Killed with -9 while it issues, the service leaves no gap, no double and nothing untold (INV-16, 17, 21, 24). */
@Timeout(300)
class CrashIT {

    private static final int ORDERS = 500;
    private static final long FIRST_ORDER = 10_000;
    private static final String RELEASE = "kontor.order.order-released-for-invoice.v1";

    private final TestDatabase database = PostgresServer.createFor("invoice");

    @Test
    void numbersFiveHundredInvoicesWithoutGapThoughItDiesThreeTimes() {
        try (KafkaServer kafka = KafkaServer.startOwn()) {
            TopicWriter topics = new TopicWriter(kafka);
            tellCustomerAndProducts(topics);
            topics.send(IntStream.range(0, ORDERS).mapToObj(CrashIT::release).toArray(Fact[]::new));

            killWhileIssuing(kafka);
            try (ServiceProcess last = start(kafka)) {
                await("the last invoice").atMost(120, SECONDS).until(() -> invoices() == ORDERS);
                await("the last event").atMost(60, SECONDS).until(() -> count("select count(*) from outbox") == 0);
                assertThat(last.isAlive()).isTrue();
            }

            assertThat(numbers())
                    .isEqualTo(LongStream.rangeClosed(1, ORDERS).boxed().toList());
            assertThat(count("select count(distinct order_id) from invoice")).isEqualTo(ORDERS);
            assertThat(new VerifySet(database).offenders()).isEmpty();
            assertThat(told(kafka)).hasSize(ORDERS).allMatch(message -> message.endsWith("/1"));
        }
    }

    /** Two at work at once, which share the orders; each dies, and so does the one that comes after them. */
    private void killWhileIssuing(KafkaServer kafka) {
        try (ServiceProcess first = start(kafka);
                ServiceProcess second = start(kafka)) {
            await("the tables").atMost(120, SECONDS).until(this::isMigrated);
            addIssuer();
            killAt(first, 60);
            killAt(second, 160);
        }
        try (ServiceProcess third = start(kafka)) {
            killAt(third, 300);
        }
        assertThat(invoices()).isLessThan(ORDERS);
    }

    private ServiceProcess start(KafkaServer kafka) {
        return ServiceProcess.start(InvoiceApplication.class.getName(), database, kafka.bootstrapServers());
    }

    private void killAt(ServiceProcess process, long issued) {
        await(issued + " invoices")
                .atMost(120, SECONDS)
                .pollInterval(2, MILLISECONDS)
                .until(() -> invoices() >= issued);
        process.kill();
    }

    private boolean isMigrated() {
        return count("select count(*) from pg_views where viewname = 'invoice_content'") == 1
                && count("select count(*) from pg_tables where tablename = 'invoice_request'") == 1;
    }

    /** As if it had been imported, so that nobody has to have added it. */
    private void addIssuer() {
        database.asOwner().sql("""
                        insert into issuer (id, name, zip_code, city, street, country, tax_identifier, bank_account,
                            valid_from, version, external_source, external_id)
                        values (4, 'Kontor', '1119', 'Budapest', 'Main street 23', 'HU', '1', '1',
                            '2020-01-01T00:00:00Z', 1, 'test', '1')
                        """).update();
    }

    private static void tellCustomerAndProducts(TopicWriter topics) {
        topics.send(
                Fact.example("kontor.identity.customers.v1", "kontor.identity.customers-state.v1", 202, 3),
                product(1051),
                product(1052),
                product(1060));
    }

    private static Fact product(long id) {
        String type = "kontor.catalog.products-state.v1";
        ObjectNode state = read(type);
        return Fact.of(
                "kontor.catalog.products.v1",
                type,
                id,
                6,
                state.put("productId", id).toString());
    }

    /** The example of the contract as the first fact of an order of its own. */
    private static Fact release(int index) {
        long order = FIRST_ORDER + index;
        ObjectNode event = read(RELEASE);
        event.put("orderId", order);
        List.of(0, 1, 2).forEach(i -> ((ObjectNode) event.path("items").path(i)).put("orderItemId", order * 10L + i));
        return Fact.of(Orders.TOPIC, RELEASE, order, 1, event.toString());
    }

    private static ObjectNode read(String type) {
        return (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
    }

    private List<Long> numbers() {
        return database.asOwner()
                .sql("select seq_no from invoice where series_issuer_id = 4 order by issued_at, id")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Order and version of what was told, each once however often it was sent. */
    private static List<String> told(KafkaServer kafka) {
        return new TopicReader(kafka)
                .all(Shop.INVOICES).stream()
                        .filter(message -> message.type().equals("kontor.invoice.invoice-issued.v1"))
                        .map(message -> message.key() + "/" + message.sequence())
                        .distinct()
                        .toList();
    }

    private long invoices() {
        return count("select count(*) from invoice");
    }

    private long count(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getLong(1)).single();
    }
}
