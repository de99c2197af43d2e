package kontor.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.ledger.rehearsal.Ledger.Collection;
import kontor.ledger.rehearsal.Ledger.Deposit;
import kontor.ledger.rehearsal.Ledger.Good;
import kontor.ledger.rehearsal.Ledger.Purchase;
import kontor.ledger.rehearsal.Ledger.Stocktaking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reports have to say of what all clients did. */
final class Books {

    private static final Duration OWN_TIME = Duration.ofDays(30);

    private final World world;
    private final List<Client> clients;
    private final Instant opened;
    private final JsonNode before;

    Books(World world, List<Client> clients, Instant opened) {
        this.world = world;
        this.clients = clients;
        this.opened = opened;
        before = report("statement");
    }

    void agree() {
        for (Client client : clients) {
            for (int i = 0; i < client.members().size(); i++) {
                equal(
                        "credit",
                        world.shop().credit(client.members().get(i)),
                        client.ledger().accounts.get(i).credit);
            }
        }
        equal("sum of all entries", world.shop().sumOfAllEntries(), 0);
        agreeOnTheStatement();
        agreeOnThePast();
        agreeOnToday();
        world.goods().forEach(this::agreeOn);
    }

    private void agreeOnTheStatement() {
        JsonNode now = report("statement");
        equal(
                "cash",
                grown(now, "CASH"),
                sum(deposits(), deposit -> deposit.amount)
                        + sum(receivables(), Receivable::paid)
                        + sum(trades(), trade -> trade.cash));
        equal("escrow", grown(now, "ESCROW"), sum(trades(), trade -> trade.held));
        equal("fees", grown(now, "FEES"), sum(trades(), trade -> trade.fees));
        equal("receivables", grown(now, "RECEIVABLES"), sum(receivables(), Receivable::open));
        equal("retail sales", grown(now, "RETAIL_SALES"), sum(receivables(), Receivable::net));
        equal("sales", grown(now, "SHELF_SALES"), sum(purchases(), one -> one.good.net() * one.amount));
        equal(
                "VAT",
                grown(now, "VAT_PAYABLE"),
                sum(purchases(), one -> (one.good.gross() - one.good.net()) * one.amount)
                        + sum(receivables(), Receivable::vat));
        equal("stock purchases", grown(now, "STOCK_PURCHASES"), -sum(collections(), Collection::effective));
        for (String column : List.of("openingMinor", "movementMinor", "closingMinor")) {
            equal(
                    column,
                    now.at("/assets/total/" + column).asLong(),
                    Stream.of("liabilities", "result", "openingBalances")
                            .mapToLong(section -> now.at("/%s/total/%s".formatted(section, column))
                                    .asLong())
                            .sum());
        }
    }

    /** What admins entered for the seed's own time, and its stocktakings. */
    private void agreeOnThePast() {
        JsonNode activity = report("activity" + past());
        Predicate<Purchase> isPast = purchase -> purchase.isByAdmin;
        agreeOnPurchases(activity, isPast);
        equal(
                "money brought back",
                item(activity, "incomes", 2),
                sum(collections(), one -> -Math.min(0, one.effective())));
        equal(
                "money for goods",
                item(activity, "expenses", 2),
                sum(collections(), one -> Math.max(0, one.effective())));
        List<Stocktaking> counting = clients.getFirst().ledger().stocktakings.stream()
                .filter(stocktaking -> !stocktaking.isRevoked)
                .sorted(Comparator.comparing((Stocktaking one) -> one.at).thenComparingLong(one -> one.id))
                .toList();
        long[] balances = new long[world.goods().size()];
        if (counting.size() > 1) {
            for (int i = 0; i < balances.length; i++) {
                balances[i] = balance(i, counting.getFirst(), counting.getLast());
            }
        }
        equal(
                "profit",
                item(activity, "incomes", 3),
                LongStream.of(balances).filter(one -> one > 0).sum());
        equal(
                "loss",
                item(activity, "expenses", 3),
                -LongStream.of(balances).filter(one -> one < 0).sum());
    }

    /** What members bought themselves, and deposits, which are made now. */
    private void agreeOnToday() {
        JsonNode activity = report("activity?from=" + opened);
        agreeOnPurchases(activity, purchase -> !purchase.isByAdmin);
        equal("paid in", item(activity, "incomes", 1), sum(deposits(), deposit -> Math.max(0, deposit.amount)));
        equal("paid out", item(activity, "expenses", 1), sum(deposits(), deposit -> -Math.min(0, deposit.amount)));
    }

    private void agreeOnPurchases(JsonNode activity, Predicate<Purchase> isMeant) {
        equal(
                "bought",
                item(activity, "incomes", 0),
                sum(purchases().filter(isMeant), one -> Math.max(0, one.total())));
        equal(
                "given back",
                item(activity, "expenses", 0),
                sum(purchases().filter(isMeant), one -> -Math.min(0, one.total())));
    }

    /** L-26, with the price that never changes. */
    private long balance(int good, Stocktaking start, Stocktaking end) {
        Good meant = world.goods().get(good);
        long bought = sum(
                purchases().filter(one -> one.good.equals(meant) && isWithin(one.at, start, end)), one -> one.amount);
        long brought = sum(
                collections().filter(one -> !one.isRevoked && isWithin(one.at, start, end)),
                one -> one.counting()
                        .filter(line -> line.good.equals(meant))
                        .mapToLong(line -> line.amount)
                        .sum());
        long expected = start.counts[good] - bought + brought;
        return (end.counts[good] - expected) * meant.net();
    }

    private static boolean isWithin(Instant at, Stocktaking start, Stocktaking end) {
        return !at.isBefore(start.at) && at.isBefore(end.at);
    }

    private void agreeOn(Good good) {
        JsonNode sums = report("product-sums" + past())
                .path("items")
                .valueStream()
                .filter(row -> row.path("productId").asLong() == good.id())
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
        List<Purchase> bought = purchases()
                .filter(one -> one.isByAdmin && one.good.equals(good))
                .toList();
        List<Ledger.Line> brought = collections()
                .filter(one -> !one.isRevoked)
                .flatMap(Collection::counting)
                .filter(line -> line.good.equals(good))
                .toList();
        equal("pieces bought", sums.path("boughtPieces").asLong(0), sum(bought.stream(), one -> one.amount));
        equal("gross", sums.path("boughtGrossMinor").asLong(0), sum(bought.stream(), Purchase::total));
        equal("pieces brought", sums.path("replenishedPieces").asLong(0), sum(brought.stream(), line -> line.amount));
        equal("paid for them", sums.path("replenishedMinor").asLong(0), sum(brought.stream(), line -> line.total));
    }

    private Stream<Purchase> purchases() {
        return clients.stream()
                .flatMap(client -> client.ledger().purchases.stream())
                .filter(one -> !one.isRevoked);
    }

    private Stream<Deposit> deposits() {
        return clients.stream()
                .flatMap(client -> client.ledger().deposits.stream())
                .filter(one -> !one.isRevoked);
    }

    private Stream<Receivable> receivables() {
        return clients.stream().flatMap(client -> client.ledger().receivables.stream());
    }

    private Stream<Trade> trades() {
        return clients.stream().flatMap(client -> client.ledger().trades.stream());
    }

    private Stream<Collection> collections() {
        return clients.stream().flatMap(client -> client.ledger().collections.stream());
    }

    private String past() {
        return "?from=%s&to=%s".formatted(world.begin(), world.begin().plus(OWN_TIME));
    }

    private JsonNode report(String path) {
        return world.shop()
                .get(world.admin().bearer(), "/api/v1/finance/" + path)
                .body();
    }

    private long grown(JsonNode now, String kind) {
        return closing(now, kind) - closing(before, kind);
    }

    private static long closing(JsonNode statement, String kind) {
        return statement
                .valueStream()
                .flatMap(section -> section.path("lines").valueStream())
                .filter(line -> line.path("kind").asString().equals(kind))
                .mapToLong(line -> line.at("/amounts/closingMinor").asLong())
                .sum();
    }

    private static long item(JsonNode activity, String side, int index) {
        return activity.at("/%s/items/%d/amountMinor".formatted(side, index)).asLong();
    }

    private static <T> long sum(Stream<T> things, ToLongFunction<T> value) {
        return things.mapToLong(value).sum();
    }

    private void equal(String what, long actual, long expected) {
        assertThat(actual).as("seed %d, %s", world.seed(), what).isEqualTo(expected);
    }
}
