package kontor.ledger.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.Deals.Deal;
import kontor.ledger.escrow.EscrowBooks;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.ledger.receivable.Invoices.Row;
import kontor.ledger.replenishment.Replenishments;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever was posted, the statement of any period is the sum of the transfers that everybody can read. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class StatementIT {

    private static final int STEPS = 150;
    private static final int PERIODS = 40;
    private static final int YEAR_SECONDS = 365 * 86_400;
    private static final Instant ORIGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final String TRANSFERS = "kontor.ledger.transfer.v1";

    private final Members members;
    private final TestDatabase database;
    private final TopicReader topics;
    private final Shop shop;
    private final Member ada;
    private final Invoices invoices;
    private final Deals deals;
    private final EscrowBooks books;

    StatementIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.topics = topics;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        invoices = new Invoices(shop, database, writer, ada);
        deals = new Deals(database, writer);
        books = new EscrowBooks(database, shop);
    }

    /** An entry as it was told. */
    private record Told(String kind, String owner, long amount, Instant bookedAt) {}

    @Test
    void isTheSumOfTheTransfers() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        Random random = new Random(seed);
        trade(random);
        List<Told> entries = told();
        List<Instant> times =
                new ArrayList<>(entries.stream().map(Told::bookedAt).collect(Collectors.toCollection(TreeSet::new)));

        for (int i = 0; i < PERIODS; i++) {
            Instant from = times.get(random.nextInt(times.size()));
            Instant to = times.get(random.nextInt(times.size()));
            boolean isFirst = random.nextInt(5) == 0;
            boolean isLast = random.nextInt(5) == 0;
            if (isFirst || isLast || from.isBefore(to)) {
                agree(seed, entries, isFirst ? null : from, isLast ? null : to);
            }
        }
    }

    private void agree(long seed, List<Told> entries, @Nullable Instant from, @Nullable Instant to) {
        String path = "/api/v1/finance/statement?" + (from == null ? "" : "from=" + from + "&")
                + (to == null ? "" : "to=" + to);
        JsonNode statement = shop.get(ada.bearer(), path).body();

        Map<String, Long> opening = balances(entries, from == null ? Instant.MIN : from);
        Map<String, Long> closing = balances(entries, to == null ? Instant.MAX : to);
        List.of("opening", "closing").forEach(end -> {
            Map<String, Long> expected = end.equals("opening") ? opening : closing;
            Map<String, Long> shown = shown(statement, end + "Minor");
            assertThat(shown).as("seed %d, %s of %s", seed, end, path).containsAllEntriesOf(expected);
            assertThat(shown.values().stream().filter(amount -> amount != 0).count())
                    .isEqualTo(expected.values().stream()
                            .filter(amount -> amount != 0)
                            .count());
        });
        for (String column : List.of("openingMinor", "movementMinor", "closingMinor")) {
            assertThat(total(statement, "assets", column))
                    .as("seed %d, %s of %s", seed, column, path)
                    .isEqualTo(total(statement, "liabilities", column)
                            + total(statement, "result", column)
                            + total(statement, "openingBalances", column));
        }
    }

    /** By the lines of the statement, with its signs. */
    private static Map<String, Long> balances(List<Told> entries, Instant until) {
        Map<String, Long> accounts = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.bookedAt().isBefore(until))
                .forEach(entry -> accounts.merge(entry.kind() + " " + entry.owner(), entry.amount(), Long::sum));
        Map<String, Long> lines = new HashMap<>();
        accounts.forEach((account, balance) -> {
            String kind = account.substring(0, account.indexOf(' '));
            switch (kind) {
                case "MEMBER" ->
                    lines.merge(balance < 0 ? "MEMBER_DEBTS " : "MEMBER_CREDIT ", Math.abs(balance), Long::sum);
                case "CASH" -> lines.merge("CASH ", -balance, Long::sum);
                case "ESCROW" -> lines.merge("ESCROW ", balance, Long::sum);
                case "RECEIVABLE" -> lines.merge("RECEIVABLES ", -balance, Long::sum);
                default -> lines.merge(account, balance, Long::sum);
            }
        });
        return lines;
    }

    private static Map<String, Long> shown(JsonNode statement, String column) {
        return statement
                .valueStream()
                .flatMap(section -> section.path("lines").valueStream())
                .collect(Collectors.toMap(
                        line -> line.path("kind").asString() + " "
                                + line.path("owner").asString(),
                        line -> line.at("/amounts/" + column).asLong()));
    }

    private static long total(JsonNode statement, String section, String column) {
        return statement.at("/%s/total/%s".formatted(section, column)).asLong();
    }

    /** Every transfer that was told, once there are as many as were posted. */
    private List<Told> told() {
        long posted = database.asOwner()
                .sql("select count(*) from entry")
                .query((row, n) -> row.getLong(1))
                .single();
        return Awaitility.await("all transfers to be told")
                .atMost(Duration.ofSeconds(60))
                .until(this::entries, entries -> entries.size() == posted);
    }

    private List<Told> entries() {
        Map<String, String> transfers = new HashMap<>();
        topics.all(TRANSFERS)
                .forEach(message -> transfers.put(String.valueOf(message.key()), String.valueOf(message.value())));
        List<Told> entries = new ArrayList<>();
        transfers.values().forEach(body -> {
            JsonNode transfer = JsonMapper.shared().readTree(body);
            transfer.path("entries")
                    .forEach(entry -> entries.add(new Told(
                            entry.path("accountKind").asString(),
                            entry.path("owner").asString(),
                            entry.path("amountMinor").asLong(),
                            Instant.parse(transfer.path("bookedAt").asString()))));
        });
        return entries;
    }

    private void trade(Random random) {
        List<Member> crowd = List.of(members.withoutLimit(), members.withoutLimit(), members.withLimit(-500));
        List<Shop.Product> goods = List.of(shop.product(249, "27"), shop.product(-40, "0"), shop.product(99, "5.5"));
        Replenishments replenishments = new Replenishments(shop, ada, goods.getFirst());
        List<Long> lines = new ArrayList<>();
        List<Invoice> issued = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Member member = crowd.get(random.nextInt(crowd.size()));
            switch (random.nextInt(8)) {
                case 0 -> shop.deposit(ada, member, random.nextInt(5_000) - 2_000L);
                case 1 -> {
                    Shop.Answer made =
                            replenishments.replenish(member, random.nextInt(900) - 100L, random.nextInt(900));
                    lines.add(Replenishments.line(made, 0));
                }
                case 2 -> {
                    if (!lines.isEmpty()) {
                        long line = lines.get(random.nextInt(lines.size()));
                        replenishments.switchOver(Replenishments.LINES, line, random.nextBoolean());
                    }
                }
                case 3, 4 -> bill(random, issued);
                case 5 -> sell(random, member, crowd.getFirst().equals(member) ? crowd.get(1) : crowd.getFirst());
                default -> shop.buy(member, goods.get(random.nextInt(goods.size())), 1 + random.nextInt(4));
            }
        }
    }

    /** A purchase of the market that may be adjusted and may end, booked long ago like all of its kind. */
    private void sell(Random random, Member buyer, Member seller) {
        Deal deal = Deals.deal(buyer, seller, 1 + random.nextInt(900), random.nextInt(50), random.nextInt(50));
        long request = deals.pay(deal, random.nextInt(4) == 0);
        if (!books.answerTo(deal, request).isEmpty()) {
            return;
        }
        if (random.nextBoolean()) {
            deals.refund(deal, 1 + random.nextInt((int) deal.total()));
        }
        switch (random.nextInt(3)) {
            case 0 -> deals.finish(deal);
            case 1 -> deals.cancel(deal);
            default -> {} // still held
        }
    }

    /** Of invoices and their payments; each is booked at the time of its event, which may be long ago. */
    private void bill(Random random, List<Invoice> issued) {
        if (issued.isEmpty() || random.nextInt(3) == 0) {
            long net = random.nextInt(5_000);
            Row[] rows = {new Row("27", net, Math.round(net * 0.27)), new Row("0", random.nextInt(900), 0)};
            Instant at = ORIGIN.plusSeconds(random.nextInt(YEAR_SECONDS));
            issued.add(invoices.issue(Invoices.invoice(Invoices.id(), rows).at(at)));
            return;
        }
        Invoice invoice = issued.get(random.nextInt(issued.size()));
        if (random.nextInt(5) == 0) {
            issued.remove(invoice);
            invoices.cancel(invoice);
        } else {
            Shop.Answer paid = invoices.pay(invoice, 1 + random.nextInt(2_000));
            if (paid.status() == 201 && random.nextBoolean()) {
                invoices.switchOver(paid.id(), true);
            }
        }
    }
}
