package kontor.ledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.importing.Imports.Fact;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What was taken over is told, listed and counted like what happened here. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class CommunityViewsIT {

    private static final String MORNING = "2019-05-04T08:00:00Z";
    private static final String NOON = "2019-05-04T12:00:00Z";
    private static final String EVENING = "2019-05-04T20:00:00Z";

    private final TopicReader topics;
    private final Shop shop;
    private final Member ada;
    private final Member ben;
    private final Shop.Product tea;
    private final Imports imports;

    CommunityViewsIT(
            Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.topics = topics;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        // Neither limit nor activity count for what was long ago.
        ben = members.change(members.withLimit(0).inactive());
        tea = shop.tell(shop.product(100, "27").inactive());
        imports = new Imports(shop, ada);
    }

    @Test
    void countsFromWhatWasTakenOver() {
        Fact brought = imports.replenishment(ben, tea, MORNING, List.of(Imports.id(), Imports.id()), 300, 200);
        Fact wrong = imports.purchase(ben, tea, 5, 100, NOON);
        Fact start = imports.stocktaking(tea, 10, "2019-05-04T07:00:00Z");
        Fact end = imports.stocktaking(tea, 11, "2019-05-04T22:00:00Z");

        List<Long> ids = Imports.ids(imports.send(
                start,
                brought,
                wrong,
                imports.purchase(ben, tea, 2, 100, NOON),
                imports.purchaseSwitched(wrong, true, EVENING),
                end));

        JsonNode balance = shop.get(
                        ada.bearer(),
                        "/api/v1/stocktakings/balance?start=%d&end=%d".formatted(ids.getFirst(), ids.getLast()))
                .body();
        JsonNode line = balance.path("products")
                .valueStream()
                .filter(one -> one.path("productId").asLong() == tea.id())
                .findFirst()
                .orElseThrow();
        // 10 - 2 bought + 4 brought = 12 expected.
        assertThat(line.path("difference").asInt()).as("%s", line).isEqualTo(-1);
    }

    @Test
    void tellsEachFactWithItsOwnTimeAsImported() {
        Fact first = imports.purchase(ben, tea, 1, 150, MORNING);
        Fact second = imports.purchase(ben, tea, 1, 150, NOON);
        Fact revoked = imports.purchaseSwitched(second, true, EVENING);

        List<Long> ids = Imports.ids(imports.send(first, second, revoked));

        requireTold("shelf-purchase", ids.get(0), "shelf-purchase-made", MORNING);
        requireTold("shelf-purchase", ids.get(1), "shelf-purchase-made", NOON);
        requireTold("shelf-purchase", ids.get(1), "shelf-purchase-revoked", EVENING);
        var posted = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"shelf:" + ids.get(1) + ":2\""));
        assertThat(posted.headers()).containsEntry("ce_imported", "true").containsEntry("ce_time", EVENING);
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
    }

    @Test
    void tellsDepositsReplenishmentsAndStocktakingsAsImported() {
        List<Long> ids = Imports.ids(imports.send(imports.ofEveryKind(ben, tea)));

        requireTold("deposit", ids.get(0), "deposit-booked", "2019-05-04T10:00:00Z");
        requireTold("deposit", ids.get(0), "deposit-revoked", "2019-05-04T10:00:00Z");
        requireTold("replenishment", ids.get(2), "replenishment-booked", "2019-05-04T10:00:00Z");
        requireTold("replenishment", ids.get(2), "replenishment-changed", "2019-05-04T10:00:00Z");
        requireTold("stocktaking", ids.get(3), "stocktaking-booked", "2019-05-04T10:00:00Z");
        requireTold("stocktaking", ids.get(3), "stocktaking-changed", "2019-05-04T10:00:00Z");
        // What comes after it is told as usual.
        long usual = shop.deposit(ada, ada, 5).id();
        var booked = topics.await("kontor.ledger.deposit.v1", Long.toString(usual), "kontor.ledger.deposit-booked.v1");
        assertThat(booked.headers()).containsEntry("ce_imported", "false");
    }

    @ParameterizedTest
    @CsvSource({"deposits, 0", "shelf-purchases, 1", "replenishment-collections, 2", "stocktakings, 3"})
    void isFoundByItsIdInTheOtherShop(String resource, int index) {
        List<Fact> facts = imports.ofEveryKind(ben, tea);
        List<Long> ids = Imports.ids(imports.send(facts));

        JsonNode found = shop.get(
                        ada.bearer(),
                        "/api/v1/%s?externalId=community:%s"
                                .formatted(resource, facts.get(index).externalId()))
                .body()
                .path("items");

        assertThat(column(found, "id")).containsExactly(Long.toString(ids.get(index)));
        assertThat(column(found, "externalId")).containsExactly(facts.get(index).externalId());
    }

    @Test
    void showsFavouritesAndStatementsOfThePast() {
        shop.tell(new Shop.Product(tea.id(), 120, "27", true, true, true, tea.version() + 1));
        Fact revoked = imports.purchase(ben, tea, 50, 100, NOON);
        imports.send(
                revoked, imports.purchase(ben, tea, 3, 100, NOON), imports.purchaseSwitched(revoked, true, EVENING));

        JsonNode favourites = shop.get(ada.bearer(), "/api/v1/accounts/%s/favorites".formatted(ben.id()))
                .body()
                .path("items");
        JsonNode activity = shop.get(
                        ada.bearer(), "/api/v1/finance/product-sums?sort=-productId&limit=100&to=2019-05-05T00:00:00Z")
                .body();

        assertThat(column(favourites, "productId")).containsExactly(Long.toString(tea.id()));
        assertThat(column(favourites, "amount")).containsExactly("3");
        assertThat(column(activity.path("items"), "productId")).contains(Long.toString(tea.id()));
    }

    private void requireTold(String topic, long id, String type, String at) {
        var told = topics.await("kontor.ledger." + topic + ".v1", Long.toString(id), "kontor.ledger." + type + ".v1");
        assertThat(told.headers())
                .containsEntry("ce_imported", "true")
                .containsEntry("ce_time", at)
                .containsEntry("ce_actor", ada.id().toString());
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
    }

    private static Stream<String> column(JsonNode rows, String name) {
        return rows.valueStream().map(row -> row.path(name).asString());
    }
}
