package kontor.order.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kontor.order.Answer;
import kontor.order.Retail;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.order.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Terms and orders of a retail shop. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class ImportIT {

    /** Ids are given from 1 on, and this one is far away. */
    private static final long UNKNOWN = 987_654_321;

    /** Of any request, however many rows it has. */
    private static final int STATEMENTS_MOST = 25;

    private final Shop shop;
    private final Retail retail;
    private final Wire wire;
    private final TopicReader topics;
    private final TestDatabase database;

    ImportIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader topics) {
        shop = new Shop(http, members, database, writer);
        retail = new Retail(shop);
        wire = new Wire(topics);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void takesOverAnOrderAsItStands() {
        Customer cleo = shop.customer();
        long hammer = shop.neighbours().product(900, "27");
        String row = Retail.order(
                cleo.site(),
                shop.method(),
                Retail.item(hammer),
                Retail.item(hammer).replace("DELIVERED", "PACKAGED"),
                Retail.item(hammer).replace("DELIVERED", "CANCELLED"));

        long id = Retail.id(retail.orders(row));

        JsonNode order = shop.order(id).body();
        assertThat(order.get("externalSource").asString()).isEqualTo("retail");
        assertThat(order.get("externalId").asString()).isEqualTo(Retail.externalIdOf(row));
        assertThat(order.get("customerId").asLong()).isEqualTo(cleo.id());
        assertThat(order.get("placedAt").asString()).isEqualTo("2020-01-18T00:00:00Z");
        assertThat(order.get("deliveredAt").asString()).isEqualTo("2020-01-30T00:00:00Z");
        assertThat(order.get("autoInvoiced").asBoolean()).isTrue();
        assertThat(order.get("netMinor").asLong()).isEqualTo(16_712);
        assertThat(order.get("grossMinor").asLong()).isEqualTo(21_224);
        assertThat(shop.order(id).items()).isEqualTo("DELIVERED PACKAGED CANCELLED");
        assertThat(order.at("/items/0/productVersion").isNull()).isTrue();
        assertThat(order.at("/items/0/externalSource").asString()).isEqualTo("retail");
        assertThat(order.at("/shipTo/city").asString()).isNotEmpty();
        assertThat(shop.get(cleo.bearer(), "/orders?externalId=retail:" + Retail.externalIdOf(row))
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(shop.log(id)).isEmpty();
        assertThat(shop.audits("order", id)).containsExactly("import-order");
    }

    @Test
    void tellsOfItOnceWithTheTimeItHad() {
        Customer cleo = shop.customer();

        long id = Retail.id(retail.orders(Retail.order(
                cleo.site(), shop.method(), Retail.item(shop.neighbours().product(900, "27")))));

        List<Told> told = wire.of(id, 1);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().name()).isEqualTo("order-placed");
        assertThat(told.getFirst().version()).isEqualTo(1);
        assertThat(told.getFirst().actor()).isEqualTo(shop.admin().id().toString());
        assertThat(told.getFirst().body().get("status").asString()).isEqualTo("DELIVERED");
        assertThat(topics.all("kontor.order.retail-order.v1", Long.toString(id)))
                .allSatisfy(record -> assertThat(record.headers())
                        .containsEntry("ce_imported", "true")
                        .containsEntry("ce_time", "2020-01-18T00:00:00Z"));
    }

    /** Nothing is asked of the catalog, and nothing is invoiced by itself that was delivered there (O-9, O-11). */
    @Test
    void goesOnLikeAnyOtherOrder() {
        Customer cleo = shop.customer();
        long product = shop.neighbours().product(900, "27");
        String row =
                Retail.order(cleo.site(), shop.method(), Retail.item(product)).replace("DELIVERED", "PACKAGED");
        long id = Retail.id(retail.orders(row));
        long item = shop.order(id).item(1);

        assertThat(shop.order(id).body().get("autoInvoiced").asBoolean()).isFalse();
        shop.move(id, "DELIVERED").expect(200);

        assertThat(shop.order(id).body().get("invoiceHold").asBoolean()).isTrue();
        assertThat(wire.names(id, 3))
                .containsExactly("order-placed", "order-status-changed", "order-released-for-invoice");
        assertThat(wire.of(id, 3)).extracting(Told::version).containsExactly(1L, 2L, 3L);
        assertThat(shop.log(id)).first().isEqualTo("STATUS PACKAGED -> DELIVERED");
        assertThat(item).isPositive();
    }

    @Test
    void joinsMethodsByNameAndStatusesByCode() {
        String own = Shop.named("Own");
        long id = shop.post(
                        shop.admin().bearer(),
                        "/payment-methods",
                        "{\"method\": \"%s\", \"deadlineDays\": 5}".formatted(own))
                .expect(201)
                .id();
        String same = Retail.method().replaceAll("Wire [^\"]*", own.toUpperCase(Locale.ROOT));

        Answer methods = retail.methods(same, Retail.method());
        Answer statuses = retail.statuses(Retail.status("IN_TRANSIT"));

        assertThat(Retail.id(methods)).isEqualTo(id);
        assertThat(Retail.outcome(methods, 0)).isEqualTo("MATCHED");
        assertThat(Retail.outcome(methods, 1)).isEqualTo("CREATED");
        JsonNode matched =
                shop.get(shop.admin().bearer(), "/payment-methods/" + id).body();
        assertThat(matched.get("method").asString()).isEqualTo(own);
        assertThat(matched.get("deadlineDays").asInt()).isEqualTo(5);
        assertThat(matched.get("version").asLong()).isEqualTo(1);
        assertThat(Retail.outcome(statuses, 0)).isEqualTo("MATCHED");
        assertThat(retail.statuses(Retail.status("IN_TRANSIT")).code()).isEqualTo("duplicate");
        assertThat(shop.get(shop.admin().bearer(), "/order-statuses/6")
                        .body()
                        .get("externalSource")
                        .asString())
                .isEqualTo("retail");
    }

    @Test
    void isThereOnceHoweverOftenItIsSent() {
        Customer cleo = shop.customer();
        String row = Retail.order(
                cleo.site(), shop.method(), Retail.item(shop.neighbours().product(900, "27")));

        List<Answer> answers = Together.all(4, n -> retail.orders(row));

        assertThat(answers.stream().map(answer -> Retail.outcome(answer, 0)))
                .containsExactlyInAnyOrder("CREATED", "UNCHANGED", "UNCHANGED", "UNCHANGED");
        String before = rows();
        assertThat(Retail.outcome(retail.orders(row.replace("2020-01-18", "2999-01-18")), 0))
                .isEqualTo("UNCHANGED");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesTheWholeRequestForWhatIsNotHere() {
        Customer cleo = shop.customer();
        long product = shop.neighbours().product(900, "27");
        String good = Retail.order(cleo.site(), shop.method(), Retail.item(product));
        String before = rows();

        unknown("customerSiteId", good, Retail.order(UNKNOWN, shop.method(), Retail.item(product)));
        unknown("paymentMethodId", good, Retail.order(cleo.site(), UNKNOWN, Retail.item(product)));
        unknown(
                "items/1/productId",
                good,
                Retail.order(cleo.site(), shop.method(), Retail.item(product), Retail.item(UNKNOWN)));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesTheWholeRequestForOneRow() {
        Customer cleo = shop.customer();
        long product = shop.neighbours().product(900, "27");
        String item = Retail.item(product);
        String good = Retail.order(cleo.site(), shop.method(), item);
        String before = rows();

        refused(
                422,
                "in-future",
                "placedAt",
                good,
                Retail.order(cleo.site(), shop.method(), Retail.item(product)).replace("2020", "2999"));
        refused(
                422,
                "wrong-order",
                "deadline",
                good,
                Retail.order(cleo.site(), shop.method(), Retail.item(product)).replace("2020-01-30", "2020-01-17"));
        refused(409, "duplicate", "externalId", good, good);
        refused(409, "duplicate", "items/0/externalId", good, Retail.order(cleo.site(), shop.method(), item));
        refused(
                422,
                "amount-out-of-range",
                "items",
                good,
                Retail.order(cleo.site(), shop.method(), Retail.item(product).replace("4178", "9999999999")));
        assertThat(rows()).isEqualTo(before);
    }

    private void unknown(String field, String... rows) {
        refused(422, "unknown-reference", field, rows);
    }

    private void refused(int status, String code, String field, String... rows) {
        Answer answer = retail.orders(rows);

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.pointer()).isEqualTo("/orders/1/" + field);
    }

    @Test
    void takesManyByFewStatements() {
        Customer cleo = shop.customer();
        long product = shop.neighbours().product(900, "27");
        String[] rows = IntStream.range(0, 60)
                .mapToObj(i -> Retail.order(cleo.site(), shop.method(), Retail.item(product), Retail.item(product)))
                .toArray(String[]::new);

        assertThat(Statements.of(() -> retail.orders(rows).expect(200)))
                .isNotEmpty()
                .hasSizeLessThan(STATEMENTS_MOST);
    }

    private String rows() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) from retail_order),
                            (select count(*) from order_item), (select count(*) from order_log),
                            (select count(*) from audit), (select count(*) from payment_method))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
