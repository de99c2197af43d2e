package kontor.reporting.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Question;
import kontor.testkit.EventSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Section 4 of reporting.md. */
class ReceivableReportsTests {

    private static final String RECEIVABLE = "kontor.ledger.receivable.v1";
    private static final String INVOICE = "kontor.invoice.invoice.v1";
    private static final LocalDate TODAY = LocalDate.parse("2026-09-30");
    private static final Question PLAIN = new Question(Map.of());

    private final ReceivableReports reports = new ReceivableReports();
    private final Receivables receivables = new Receivables();
    private final Topics topics = Topics.of(receivables);

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void sortsWhatIsLateByDaysFromTheDayAfterTheDeadlineOn() {
        int id = 1;
        for (int late : new int[] {0, 1, 30, 31, 60, 61, 90, 91, 400}) {
            open(id++, TODAY.minusDays(late));
        }

        assertThat(overdue(PLAIN)).containsExactly(row("1-30", 2), row("31-60", 2), row("61-90", 2), row("over 90", 2));
        assertThat(overdue(new Question(Map.of("day", TODAY.minusDays(400).toString()))))
                .allSatisfy(row -> assertThat(row).containsEntry("number", 0L));
    }

    @Test
    void countsNeitherWhatIsPaidNorWhatIsCancelledAsLate() {
        open(1, TODAY.minusDays(5));
        open(2, TODAY.minusDays(5));
        pay(1, 2883, "2026-09-28");
        topics.tell(
                RECEIVABLE,
                "kontor.ledger.receivable-closed.v1",
                2,
                2,
                example("kontor.ledger.receivable-closed.v1", 2).replace("\"paidMinor\": 2883", "\"paidMinor\": 0"));

        assertThat(overdue(PLAIN)).contains(row("1-30", 0));
    }

    /** Three times one day and once two: 5 / 4 is 1.25, half up 1.3. What is not paid whole does not count. */
    @Test
    void takesTheMeanOfDaysToTheLastPaymentHalfUp() {
        for (int id = 1; id <= 4; id++) {
            issue(id, "2026-09-01");
            open(id, TODAY);
            pay(id, 2883, id == 4 ? "2026-09-03" : "2026-09-02");
        }
        issue(5, "2026-09-01");
        open(5, TODAY);
        pay(5, 1000, "2026-09-30");

        assertThat(topics.rows(reports.daysToPay(receivables), PLAIN))
                .containsExactly(Map.of("invoices", 4, "meanDays", new BigDecimal("1.3")));
    }

    private void open(int id, LocalDate deadline) {
        String type = "kontor.ledger.receivable-opened.v1";
        topics.tell(RECEIVABLE, type, id, 1, example(type, id).replace("2026-05-29", deadline.toString()));
    }

    private void pay(int id, long amountMinor, String on) {
        String type = "kontor.ledger.invoice-payment-recorded.v1";
        topics.tell(
                RECEIVABLE,
                type,
                id,
                2,
                example(type, id)
                        .replace("1000", Long.toString(amountMinor))
                        .replace("2026-05-20", on)
                        .replace("2026-05-29", TODAY.minusDays(5).toString()));
    }

    private void issue(int id, String on) {
        String type = "kontor.invoice.invoice-issued.v1";
        topics.tell(INVOICE, type, id, 1, example(type, id).replace("2026-05-15", on));
    }

    private static String example(String type, int id) {
        return EventSchema.of(type).example().replace("\"invoiceId\": 801", "\"invoiceId\": " + id);
    }

    private List<Map<String, @Nullable Object>> overdue(Question question) {
        Clock clock = Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneOffset.UTC);
        return topics.rows(reports.overdue(clock, Topics.UTC), question);
    }

    private static Map<String, @Nullable Object> row(String days, long number) {
        return Map.of("days", days, "number", number, "openMinor", number * 2883);
    }
}
