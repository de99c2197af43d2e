package kontor.ledger.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.Deals.Deal;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What invoices and purchases on the market do to the lines of the statement (L-30). */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class StatementLinesIT {

    private final Members members;
    private final RestTestClient http;
    private final Member ada;
    private final Invoices invoices;
    private final Deals deals;

    StatementLinesIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.http = http;
        ada = members.admin();
        invoices = new Invoices(new Shop(database, writer, http), database, writer, ada);
        deals = new Deals(database, writer);
    }

    @Test
    void movesReceivablesSalesAndVat() {
        Map<String, Long> before = closing();

        Invoice invoice = invoices.issue(Invoices.invoice(Invoices.id()));
        assertThat(grown(before))
                .isEqualTo(Map.of("RECEIVABLES ", 2_883L, "RETAIL_SALES ", 2_525L, "VAT_PAYABLE 27", 358L));

        invoices.pay(invoice, 1_000);
        assertThat(grown(before))
                .isEqualTo(Map.of(
                        "CASH ", 1_000L, "RECEIVABLES ", 1_883L, "RETAIL_SALES ", 2_525L, "VAT_PAYABLE 27", 358L));

        // What was paid for nothing is owed to the customer until it is paid back.
        invoices.cancel(invoice);
        assertThat(grown(before)).isEqualTo(Map.of("CASH ", 1_000L, "RECEIVABLES ", -1_000L));

        invoices.pay(invoice, -1_000);
        assertThat(grown(before)).isEmpty();
    }

    /** Credit owed becomes escrow, and escrow the fee and the credit of another. */
    @Test
    void movesEscrowAndFees() {
        Deal deal = Deals.deal(members.withoutLimit(), members.verified());
        Map<String, Long> before = closing();

        deals.pay(deal);
        assertThat(grown(before)).isEqualTo(Map.of("MEMBER_DEBTS ", 4_398L, "ESCROW ", 4_398L));

        deals.refund(deal, 1_000);
        assertThat(grown(before)).isEqualTo(Map.of("MEMBER_DEBTS ", 3_398L, "ESCROW ", 3_398L));

        deals.finish(deal);
        assertThat(grown(before)).isEqualTo(Map.of("MEMBER_DEBTS ", 3_398L, "MEMBER_CREDIT ", 3_230L, "FEES ", 168L));
    }

    @Test
    void movesWhatCameFromOutside() {
        Deal deal = Deals.deal(members.verified(), members.verified());
        Map<String, Long> before = closing();

        deals.pay(deal, true);
        assertThat(grown(before)).isEqualTo(Map.of("CASH ", 4_398L, "ESCROW ", 4_398L));

        deals.cancel(deal);
        assertThat(grown(before)).isEqualTo(Map.of("CASH ", 4_398L, "MEMBER_CREDIT ", 4_398L));
    }

    /** Lines that are not what they were. */
    private Map<String, Long> grown(Map<String, Long> before) {
        Map<String, Long> grown = closing();
        before.forEach((line, minor) -> grown.merge(line, -minor, Long::sum));
        grown.values().removeIf(minor -> minor == 0);
        return grown;
    }

    /** The last column of the table for a spreadsheet. */
    private Map<String, Long> closing() {
        Map<String, Long> lines = new LinkedHashMap<>();
        table().lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> lines.put(cells[1] + " " + cells[2], Long.valueOf(cells[5])));
        return lines;
    }

    private String table() {
        return String.valueOf(http.get()
                .uri("/api/v1/finance/statement")
                .header(HttpHeaders.AUTHORIZATION, ada.bearer())
                .header(HttpHeaders.ACCEPT, "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
