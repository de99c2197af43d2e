package kontor.reporting.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.rejection.WrongOrder;
import kontor.reporting.Topics;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.ledger.Deposits;
import kontor.reporting.ledger.Posted;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.ledger.Transfers;
import kontor.reporting.newest.Categories;
import kontor.reporting.newest.States;
import kontor.reporting.shelf.ShelfPurchases;
import kontor.reporting.stock.Moves;
import kontor.reporting.stock.Prices;
import kontor.reporting.stock.Stocktakings;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of ledger.md, told as events. */
class BooksTests {

    private static final long PRODUCT = 1051;
    private static final String MEMBER = "0199c0de-0001-7000-8000-0000000000be";

    private final Subjects subjects = new Subjects(
            new ShelfPurchases(Topics.UTC),
            new Deposits(Topics.UTC),
            new Replenishments(Topics.UTC),
            new Stocktakings(),
            new Prices());
    private final Categories categories = new Categories();
    private final Balances balances = new Balances(subjects, Topics.UTC);
    private final Topics topics = Topics.of(
            List.of(
                    subjects.purchases(),
                    subjects.deposits(),
                    subjects.replenishments(),
                    subjects.stocktakings(),
                    subjects.prices(),
                    categories,
                    new Moves(Topics.UTC),
                    new Transfers(Topics.UTC)),
            States.PRODUCTS,
            States.MEMBERS);

    @AfterEach
    void close() {
        topics.close();
    }

    /** Example 4. */
    @Test
    void drawsTheBalanceBetweenTwoStocktakings() {
        product();
        price(1, 1, 240, "2026-03-03T00:00:00Z");
        price(2, 2, 260, "2026-03-10T08:00:00Z");
        price(3, 3, 250, "2026-03-10T17:00:00Z");
        price(4, 4, 300, "2026-03-13T12:00:00Z");
        count(1, 40, "2026-03-10T06:00:00Z", 1, false);
        count(2, 31, "2026-03-13T20:00:00Z", 1, false);
        purchase(1, 14, 250, "2026-03-11T10:00:00Z");
        purchase(2, 99, 250, "2026-03-13T20:00:00Z");
        delivery(6, 900, "2026-03-12T10:00:00Z");

        assertThat(rows(balances, Map.of("start", "1", "end", "2")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("boughtPieces")).isEqualTo(14L);
                    assertThat(line.get("replenishedPieces")).isEqualTo(6L);
                    assertThat(line.get("meanPriceMinor")).isEqualTo(263L);
                    assertThat(line.get("difference")).isEqualTo(-1L);
                    assertThat(line.get("balanceMinor")).isEqualTo(-263L);
                });
    }

    @Test
    void drawsABalanceOnlyBetweenTwoThatCountAndInTheirOrder() {
        count(1, 40, "2026-03-10T06:00:00Z", 1, false);
        count(2, 31, "2026-03-13T20:00:00Z", 1, false);
        count(3, 31, "2026-03-14T20:00:00Z", 1, true);

        assertThatThrownBy(() -> rows(balances, Map.of("start", "2", "end", "1")))
                .isInstanceOf(WrongOrder.class);
        assertThatThrownBy(() -> rows(balances, Map.of("start", "1", "end", "3")))
                .isInstanceOf(UnknownReference.class);
        assertThatThrownBy(() -> rows(balances, Map.of("start", "1", "end", "9")))
                .isInstanceOf(UnknownReference.class);
    }

    /** Example 5. */
    @Test
    void countsPrepaidMoneyTwiceInTheActivityAndOnceInTheStatement() {
        deposit(5_000);
        transfer(1, "DEPOSIT", "deposit:1:1", entry("CASH", "", -5_000), entry("MEMBER", MEMBER, 5_000));
        purchase(1, 1, 3_000, "2026-05-10T10:00:00Z");
        transfer(2, "SHELF", "shelf:1:1", entry("MEMBER", MEMBER, -3_000), entry("SHELF_SALES", "", 3_000));

        assertThat(amounts(new Activity(subjects, balances), "side", "source", "amountMinor"))
                .containsEntry("INCOMES PURCHASES", 3_000L)
                .containsEntry("INCOMES DEPOSITS", 5_000L)
                .containsEntry("EXPENSES PURCHASES", 0L);
        assertThat(amounts(new Statement(), "section", "kind", "closingMinor"))
                .containsEntry("ASSETS CASH", 5_000L)
                .containsEntry("LIABILITIES MEMBER_CREDIT", 2_000L)
                .containsEntry("RESULT SHELF_SALES", 3_000L);
    }

    @Test
    void cutsTheStatementAtDaysOfBooking() {
        transfer(1, "DEPOSIT", "deposit:1:1", entry("CASH", "", -500), entry("MEMBER", MEMBER, 500));

        Map<String, Object> cash =
                rows(new Statement(), Map.of("from", "2026-05-11")).getFirst();

        assertThat(cash).containsEntry("openingMinor", 500L).containsEntry("movementMinor", 0L);
        assertThat(rows(new Statement(), Map.of("to", "2026-05-10")).getFirst()).containsEntry("closingMinor", 0L);
    }

    @Test
    void namesNobodyWhoIsGone() {
        EventSchema members = EventSchema.of("kontor.identity.members-state.v1");
        topics.tell(Fact.of(
                States.MEMBERS.topic(), "kontor.identity.members-state.v1", MEMBER, 9, members.example("anonymised")));
        transfer(1, "DEPOSIT", "deposit:1:1", entry("CASH", "", -500), entry("MEMBER", MEMBER, 500));

        assertThat(Credits.byMember(topics.reading()).stream().map(Row::cells).toList())
                .containsExactly(Map.of("memberId", "", "name", "former members", "creditMinor", 500L));
    }

    @Test
    void addsUpTheTurnoverOfACategoryWithAllBelowIt() {
        product();
        purchase(1, 2, 250, "2026-05-10T10:00:00Z");
        topics.tell(Fact.example("kontor.catalog.category.v1", "kontor.catalog.category-created.v1", 12, 1));

        List<Map<String, Object>> rows = rows(new CategorySums(categories), Map.of());

        assertThat(rows).extracting(row -> row.get("piecesWithBelow")).containsOnly(2L);
        assertThat(rows).extracting(row -> row.get("pieces")).containsOnlyOnce(2L);
    }

    @Test
    void addsUpDaysByMonths() {
        deposit(5_000);

        assertThat(rows(new Monthly("deposits-per-month", Deposits.PER_DAY), Map.of("from", "2026-05")))
                .containsExactly(Map.of("month", "2026-05", "number", 1L, "depositsMinor", 5_000L, "payoutsMinor", 0L));
        assertThat(rows(new Monthly("deposits-per-month", Deposits.PER_DAY), Map.of("from", "2026-06")))
                .isEmpty();
    }

    private List<Map<String, Object>> rows(Report report, Map<String, String> asked) {
        return report.rows(topics.reading(), new Question(asked)).stream()
                .map(Row::cells)
                .map(cells -> cells.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                cell -> Optional.<Object>ofNullable(cell.getValue())
                                        .orElse("none"))))
                .toList();
    }

    private Map<String, Object> amounts(Report report, String first, String second, String amount) {
        return rows(report, Map.of()).stream()
                .collect(Collectors.toMap(
                        row -> row.get(first) + " " + row.get(second), row -> row.getOrDefault(amount, "none")));
    }

    private void product() {
        EventSchema state = EventSchema.of("kontor.catalog.products-state.v1");
        topics.tell(Fact.of(States.PRODUCTS.topic(), "kontor.catalog.products-state.v1", PRODUCT, 1, state.example()));
    }

    private void price(long sequence, long id, long minor, String from) {
        topics.tell("kontor.catalog.product.v1", "kontor.catalog.price-changed.v1", PRODUCT, sequence, """
                {"productId":%d,"priceId":%d,"oldPriceMinor":null,"newPriceMinor":%d,"validFrom":"%s","adminId":"%s"}
                """.formatted(
                        PRODUCT, id, minor, from, MEMBER));
    }

    private void count(long id, long pieces, String at, long sequence, boolean revoked) {
        topics.tell("kontor.ledger.stocktaking.v1", "kontor.ledger.stocktaking-booked.v1", id, sequence, """
                {"stocktakingId":%d,"adminId":"%s","at":"%s","revoked":%s,
                 "lines":[{"productId":%d,"count":%d,"keepActive":true}]}
                """.formatted(
                        id, MEMBER, at, revoked, PRODUCT, pieces));
    }

    private void purchase(long id, long pieces, long price, String at) {
        topics.tell("kontor.ledger.shelf-purchase.v1", "kontor.ledger.shelf-purchase-made.v1", id, 1, """
                {"purchaseId":%1$d,"cartId":1,"memberId":"%2$s","productId":%3$d,"productVersion":1,"amount":%4$d,
                 "unitNetMinor":%5$d,"vatPercentage":0,"unitPriceMinor":%5$d,"totalMinor":%6$d,"at":"%7$s",
                 "enteredAt":"%7$s","adminId":null,"via":"SELF","terminal":null}
                """.formatted(
                        id, MEMBER, PRODUCT, pieces, price, pieces * price, at));
    }

    private void delivery(long pieces, long cost, String at) {
        topics.tell("kontor.ledger.replenishment.v1", "kontor.ledger.replenishment-booked.v1", 31, 1, """
                {"collectionId":31,"sellerId":"%1$s","adminId":"%1$s","at":"%2$s","revoked":false,
                 "effectiveTotalMinor":%3$d,"lines":[{"replenishmentId":1,"productId":%4$d,"amount":%5$d,
                 "totalPriceMinor":%3$d,"revoked":false}]}
                """.formatted(
                        MEMBER, at, cost, PRODUCT, pieces));
    }

    private void deposit(long minor) {
        topics.tell("kontor.ledger.deposit.v1", "kontor.ledger.deposit-booked.v1", 1, 1, """
                {"depositId":1,"memberId":"%1$s","amountMinor":%2$d,"adminId":"%1$s","at":"2026-05-10T10:00:00Z",
                 "batchId":null,"decidedBy":null,"decidedAt":null}
                """.formatted(MEMBER, minor));
    }

    private void transfer(long id, String kind, String ref, String... entries) {
        topics.tell(Posted.TOPIC, "kontor.ledger.transfer-posted.v1", id, 1, """
                {"transferId":%d,"kind":"%s","businessRef":"%s","reversesId":null,"at":"2026-05-10T10:00:00Z",
                 "bookedAt":"2026-05-10T10:00:00Z","entries":[%s]}
                """.formatted(
                        id, kind, ref, String.join(",", entries)));
    }

    private static String entry(String account, String owner, long minor) {
        return "{\"accountKind\":\"%s\",\"owner\":\"%s\",\"amountMinor\":%d,\"balanceAfterMinor\":null}"
                .formatted(account, owner, minor);
    }
}
