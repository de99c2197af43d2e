package kontor.ledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.importing.Imports.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One bad row refuses the whole request and is named; nothing of it is taken over. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class CommunityRefusalsIT {

    private static final String NOON = "2019-05-04T12:00:00Z";
    private static final long MOST = 9_999_999_999L;

    private final TestDatabase database;
    private final Members members;
    private final Shop shop;
    private final Member ben;
    private final Shop.Product tea;
    private final Imports imports;

    CommunityRefusalsIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        this.members = members;
        shop = new Shop(database, writer, http);
        ben = members.verified();
        tea = shop.product(100, "0");
        imports = new Imports(shop, members.admin());
    }

    /** Facts of which the last is refused. */
    private record Bad(String pointer, int status, String code, List<Fact> facts) {

        static Bad of(String field, int status, String code, Fact... facts) {
            return new Bad("/facts/" + facts.length + field, status, code, List.of(facts));
        }
    }

    private Stream<Bad> unknown() {
        Member dora = members.unverified();
        Shop.Product nothing = new Shop.Product(999_999_999, 1, "0", true, true, true, 1);
        String line = Imports.id();
        return Stream.of(
                Bad.of("/memberId", 422, "unknown-reference", imports.deposit(members.unknown(), 1, NOON)),
                Bad.of("/memberId", 422, "unknown-reference", imports.deposit(dora, 1, NOON)),
                Bad.of("/memberId", 422, "unknown-reference", imports.purchase(dora, tea, 1, 1, NOON)),
                Bad.of(
                        "/byAdminId",
                        422,
                        "unknown-reference",
                        imports.purchase(ben, tea, 1, 1, NOON, UUID.randomUUID())),
                Bad.of("/productId", 422, "unknown-reference", imports.purchase(ben, nothing, 1, 1, NOON)),
                Bad.of(
                        "/sellerId",
                        422,
                        "unknown-reference",
                        imports.replenishment(members.unknown(), tea, NOON, List.of(line), 1)),
                Bad.of(
                        "/lines/0/productId",
                        422,
                        "unknown-reference",
                        imports.replenishment(ben, nothing, NOON, List.of(line), 1)),
                Bad.of("/lines/0/productId", 422, "unknown-reference", imports.stocktaking(nothing, 1, NOON)));
    }

    private Stream<Bad> unknownThings() {
        return Stream.of(
                Bad.of("/depositExternalId", 422, "unknown-reference", thing("DEPOSIT_SWITCH", "depositExternalId")),
                Bad.of("/purchaseExternalId", 422, "unknown-reference", thing("PURCHASE_SWITCH", "purchaseExternalId")),
                Bad.of(
                        "/collectionExternalId",
                        422,
                        "unknown-reference",
                        thing("REPLENISHMENT_SWITCH", "collectionExternalId")),
                Bad.of(
                        "/lineExternalId",
                        422,
                        "unknown-reference",
                        thing("REPLENISHMENT_LINE_SWITCH", "lineExternalId")),
                Bad.of(
                        "/stocktakingExternalId",
                        422,
                        "unknown-reference",
                        thing("STOCKTAKING_SWITCH", "stocktakingExternalId")));
    }

    private Fact thing(String kind, String field) {
        return imports.switched(kind, field, Imports.id(), true, NOON);
    }

    private Stream<Bad> switched() {
        Fact deposit = imports.deposit(ben, 1, NOON);
        Fact purchase = imports.purchase(ben, tea, 1, 1, NOON);
        String line = Imports.id();
        Fact collection = imports.replenishment(ben, tea, NOON, List.of(line), 1);
        Fact stocktaking = imports.stocktaking(tea, 1, NOON);
        return Stream.of(
                Bad.of("", 409, "already-in-state", deposit, imports.switched(deposit, false, NOON)),
                Bad.of("", 409, "already-in-state", purchase, imports.purchaseSwitched(purchase, false, NOON)),
                Bad.of(
                        "",
                        409,
                        "already-in-state",
                        purchase,
                        imports.purchaseSwitched(purchase, true, NOON),
                        imports.purchaseSwitched(purchase, true, NOON)),
                Bad.of("", 409, "already-in-state", collection, imports.collectionSwitched(collection, false, NOON)),
                Bad.of("", 409, "already-in-state", collection, imports.lineSwitched(line, false, NOON)),
                Bad.of("", 409, "already-in-state", stocktaking, imports.stocktakingSwitched(stocktaking, false, NOON)),
                // What is switched before it is made is not there yet.
                Bad.of("/depositExternalId", 422, "unknown-reference", imports.switched(deposit, true, NOON)));
    }

    private Stream<Bad> others() {
        String line = Imports.id();
        Fact twice = imports.stocktaking(tea, 1, NOON);
        String counted = twice.json()
                .substring(twice.json().indexOf("[") + 1, twice.json().indexOf("]"));
        return Stream.of(
                Bad.of("/at", 422, "in-future", imports.deposit(ben, 1, "2999-01-01T00:00:00Z")),
                Bad.of("", 422, "amount-out-of-range", imports.purchase(ben, tea, 10_000, 1_000_000, NOON)),
                Bad.of(
                        "",
                        422,
                        "amount-out-of-range",
                        imports.replenishment(ben, tea, NOON, List.of(line, Imports.id()), MOST, 1)),
                Bad.of(
                        "/lines/1/externalId",
                        409,
                        "duplicate",
                        imports.replenishment(ben, tea, NOON, List.of(line, line), 1, 1)),
                Bad.of(
                        "/lines/0/externalId",
                        409,
                        "duplicate",
                        imports.replenishment(ben, tea, NOON, List.of(line), 1),
                        imports.replenishment(ben, tea, NOON, List.of(line), 1)),
                Bad.of(
                        "/lines/1/productId",
                        409,
                        "duplicate",
                        twice.with(counted, counted + ", " + counted.replaceFirst("\"\\d+\"", "\"x\""))));
    }

    @TestFactory
    Stream<DynamicTest> refusesAllForOneAndNamesIt() {
        return Stream.of(unknown(), unknownThings(), switched(), others())
                .flatMap(bad -> bad)
                .map(bad -> DynamicTest.dynamicTest(bad.pointer() + " " + bad.code(), () -> refuses(bad)));
    }

    /** Behind a good fact that leaves nothing either. */
    private void refuses(Bad bad) {
        Fact good = imports.deposit(ben, 77, NOON);
        Fact late = imports.purchase(ben, tea, 1, 5, NOON);
        List<Fact> facts = Stream.concat(Stream.of(good), bad.facts().stream()).toList();

        Shop.Answer answer =
                imports.send(Stream.concat(facts.stream(), Stream.of(late)).toList());

        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(bad.code());
        assertThat(answer.status()).isEqualTo(bad.status());
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(bad.pointer());
        assertThat(shop.entries(ben)).isEmpty();
        assertThat(rowsOf(good)).isZero();
    }

    /** A state of the till's own never stands in the way of history. */
    @Test
    void looksAtNoRuleOfTheTill() {
        Member poor = members.withLimit(0);
        Shop.Product gone = shop.tell(shop.product(100, "0").notForSale().notRevocable());
        Fact bought = imports.purchase(poor, gone, 9, 400, NOON, poor.id());

        assertThat(imports.send(
                                bought,
                                imports.purchaseSwitched(bought, true, NOON),
                                imports.purchaseSwitched(bought, false, NOON))
                        .status())
                .isEqualTo(200);
        assertThat(shop.entries(poor)).containsExactly(-3_600L, 3_600L, -3_600L);
    }

    /** No account is locked for it. */
    @Test
    void takesOverWhatMovesNoMoney() {
        Fact stocktaking = imports.stocktaking(tea, 3, NOON);

        assertThat(imports.send(stocktaking, imports.stocktakingSwitched(stocktaking, true, NOON))
                        .status())
                .isEqualTo(200);
    }

    private long rowsOf(Fact deposit) {
        return database.asOwner()
                .sql("select count(*) from deposit where external_id = ?")
                .param(deposit.externalId())
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
