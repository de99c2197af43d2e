package kontor.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Subject;
import kontor.reporting.ledger.Posted;
import kontor.reporting.ledger.Transfers;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples 2 and 3 of reporting.md, and that the order between topics changes nothing. */
class ExamplesTests {

    private static final String INVOICE = "kontor.invoice.invoice.v1";
    private static final String RECEIVABLE = "kontor.ledger.receivable.v1";
    private static final String ORDER = "kontor.order.retail-order.v1";
    private static final String MARKET = "kontor.order.market-purchase.v1";
    private static final String ESCROW = "kontor.ledger.escrow.v1";
    private static final String STOCK = "kontor.catalog.reservation.v1";
    private static final String TICKET = "kontor.support.ticket.v1";
    private static final String BUYER = "0199c0de-0002-7000-8000-0000000000b1";
    private static final String SELLER = "0199c0de-0002-7000-8000-0000000000e1";

    /** Gross 2 883 created 30 March, cancelled 3 April: March +net, April -net; receivables 0; overdue never. */
    @Test
    void takesACancelledInvoiceOutOnTheDayOfTheCancellation() {
        try (Topics topics = Topics.of(Subjects.of("Invoices", "Receivables"))) {
            invoice().forEach(topics::tell);

            assertThat(topics.rows(Subjects.figure("retail-documents")))
                    .extracting(row -> row.get("day"), row -> row.get("netMinor"), row -> row.get("grossMinor"))
                    .containsExactly(tuple("2026-03-30", 2525L, 2883L), tuple("2026-04-03", -2525L, -2883L));
            assertThat(topics.reading().sums(Subjects.figure("retail-turnover"), "2026-03-30"))
                    .extracting(sum -> sum.value("netMinor"))
                    .containsExactly(1230L, 95L, 1200L);
            assertThat(topics.reading().sums(Subjects.figure("retail-turnover"), "2026-04-03"))
                    .extracting(sum -> sum.value("netMinor"))
                    .containsExactly(-1230L, -95L, -1200L);
            assertThat(topics.rows(Subjects.figure("receivables")))
                    .extracting(row -> row.get("openMinor"), row -> row.get("live"))
                    .containsExactly(tuple(0L, "false"));
            assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
            assertThat(topics.aside()).isEmpty();
        }
    }

    /** Total 4 398, refund 1 000: goods 3 690 at DONE, fees 168; escrow 0; buyer -3 398, seller +3 230, fees +168. */
    @Test
    void followsTheMoneyOfAPurchaseWithARefund() {
        try (Topics topics = Topics.of(Subjects.of("Purchases", "Transfers"))) {
            purchase().forEach(topics::tell);

            assertThat(topics.rows(Subjects.figure("market-volume")))
                    .containsExactly(
                            Map.of("day", "2026-06-05", "number", 1L, "goodsMinor", 3690L, "shippingMinor", 540L));
            assertThat(topics.rows(Subjects.figure("market-adjustments")))
                    .containsExactly(
                            Map.of("day", "2026-06-03", "direction", "REFUND", "number", 1L, "valueMinor", 1000L));
            assertThat(topics.rows(Transfers.BALANCES))
                    .containsExactly(
                            Map.of("account", "FEES", "owner", "", "balanceMinor", 168L),
                            Map.of("account", "MEMBER", "owner", BUYER, "balanceMinor", -3398L),
                            Map.of("account", "MEMBER", "owner", SELLER, "balanceMinor", 3230L));
            assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
            assertThat(topics.aside()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysTheSameWhateverTheOrderBetweenTopicsAndHoweverOften(long seed) {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(invoice());
        facts.addAll(purchase());
        facts.addAll(order());
        facts.addAll(ticket());

        assertThat(figures(shuffled(facts, new Random(seed)))).isEqualTo(figures(facts));
    }

    private static Map<String, List<Map<String, @Nullable Object>>> figures(List<Fact> facts) {
        List<Subject<?>> subjects =
                Subjects.of("Invoices", "Receivables", "Orders", "Refusals", "Purchases", "Tickets", "Transfers");
        Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
        try (Topics topics = Topics.of(subjects)) {
            facts.forEach(topics::tell);
            for (Subject<?> subject : subjects) {
                for (Figure figure : subject.figures()) {
                    all.put(figure.name(), topics.rows(figure));
                }
            }
            all.put("mismatches", topics.rows(Mismatch.FIGURE));
            assertThat(topics.aside()).isEmpty();
        }
        assertThat(all.values()).anySatisfy(rows -> assertThat(rows).isNotEmpty());
        return all;
    }

    /** Facts of a key stay in their order; each third comes twice. */
    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        Map<String, List<Fact>> queues = new LinkedHashMap<>();
        for (Fact fact : facts) {
            List<Fact> queue = queues.computeIfAbsent(fact.topic() + fact.key(), _ -> new ArrayList<>());
            queue.add(fact);
            if (random.nextInt(3) == 0) {
                queue.add(fact);
            }
        }
        List<Fact> mixed = new ArrayList<>();
        List<List<Fact>> left = new ArrayList<>(queues.values());
        while (!left.isEmpty()) {
            Collections.shuffle(left, random);
            mixed.add(left.getFirst().removeFirst());
            left.removeIf(List::isEmpty);
        }
        return mixed;
    }

    private static List<Fact> invoice() {
        return List.of(
                fact(INVOICE, "kontor.invoice.invoice-issued.v1", 301, 1, "2026-05-15", "2026-03-30"),
                Fact.example(RECEIVABLE, "kontor.ledger.receivable-opened.v1", 801, 1),
                posted(1, "invoice:801:1", "RECEIVABLE 202 -2883,RETAIL_SALES  2525,VAT_PAYABLE 27 358"),
                fact(INVOICE, "kontor.invoice.invoice-cancelled.v1", 301, 2, "2026-05-18", "2026-04-03"),
                fact(
                        RECEIVABLE,
                        "kontor.ledger.receivable-closed.v1",
                        801,
                        2,
                        "\"paidMinor\": 2883",
                        "\"paidMinor\": 0"),
                posted(2, "invoice:801:2", "RECEIVABLE 202 2883,RETAIL_SALES  -2525,VAT_PAYABLE 27 -358"),
                Fact.example(STOCK, "kontor.catalog.stock-taken-back.v1", "order:301", 3));
    }

    private static List<Fact> purchase() {
        return List.of(
                Fact.example(MARKET, "kontor.order.purchase-submitted.v1", 501, 1),
                Fact.example(STOCK, "kontor.catalog.listing-reserved.v1", "purchase:501", 1),
                Fact.example(MARKET, "kontor.order.purchase-opened.v1", 501, 2),
                posted(3, "market:501:pay", "MEMBER %s -4398,ESCROW 501 4398".formatted(BUYER)),
                Fact.example(MARKET, "kontor.order.purchase-paid.v1", 501, 3),
                Fact.example(STOCK, "kontor.catalog.listing-consumed.v1", "purchase:501", 2),
                Fact.example(MARKET, "kontor.order.purchase-shipped.v1", 501, 4),
                posted(4, "adjustment:92", "ESCROW 501 -1000,MEMBER %s 1000".formatted(BUYER)),
                Fact.example(ESCROW, "kontor.ledger.adjustment-booked.v1", 501, 1),
                Fact.example(MARKET, "kontor.order.adjustment-made.v1", 501, 5),
                posted(5, "market:501:done", "ESCROW 501 -3398,FEES  168,MEMBER %s 3230".formatted(SELLER)),
                Fact.example(MARKET, "kontor.order.purchase-done.v1", 501, 6),
                Fact.example(MARKET, "kontor.order.purchase-evaluated.v1", 501, 7));
    }

    private static List<Fact> order() {
        return List.of(
                Fact.example(ORDER, "kontor.order.order-submitted.v1", 301, 1),
                Fact.example(STOCK, "kontor.catalog.stock-reserved.v1", "order:301", 1),
                Fact.example(ORDER, "kontor.order.order-placed.v1", 301, 2),
                Fact.example(STOCK, "kontor.catalog.stock-consumed.v1", "order:301", 2),
                Fact.example(ORDER, "kontor.order.order-status-changed.v1", 301, 3),
                Fact.example(ORDER, "kontor.order.order-released-for-invoice.v1", 301, 4));
    }

    private static List<Fact> ticket() {
        return List.of(
                Fact.example(TICKET, "kontor.support.ticket-opened.v1", 71, 1),
                Fact.example(TICKET, "kontor.support.ticket-escalated.v1", 71, 2),
                Fact.example(TICKET, "kontor.support.ticket-assigned.v1", 71, 3),
                Fact.example(TICKET, "kontor.support.ticket-answered.v1", 71, 4),
                Fact.example(TICKET, "kontor.support.ticket-status-changed.v1", 71, 5),
                Fact.example(TICKET, "kontor.support.ticket-closed.v1", 71, 6));
    }

    private static Fact fact(String topic, String type, long key, long sequence, String old, String other) {
        return Fact.of(
                topic, type, key, sequence, EventSchema.of(type).example().replace(old, other));
    }

    private static Fact posted(long id, String reference, String entries) {
        List<String> all = new ArrayList<>();
        for (String entry : entries.split(",", -1)) {
            String[] parts = entry.split(" ", -1);
            all.add("{\"accountKind\":\"%s\",\"owner\":\"%s\",\"amountMinor\":%s,\"balanceAfterMinor\":null}"
                    .formatted(parts[0], parts[1], parts[2]));
        }
        return Fact.of(Posted.TOPIC, "kontor.ledger.transfer-posted.v1", id, 1, """
                {"transferId":%d,"kind":"INVOICE","businessRef":"%s","reversesId":null,"at":"2026-06-01T10:00:00Z",
                 "bookedAt":"2026-06-01T10:00:00Z","entries":[%s]}""".formatted(
                        id, reference, String.join(",", all)));
    }
}
