package kontor.reporting.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketsTests {

    private static final String TOPIC = "kontor.support.ticket.v1";

    private final Topics topics = Topics.of(new Tickets(Topics.UTC));
    private final SupportReports reports = new SupportReports();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void countsATicketWhereItStandsUntilItIsClosed() {
        tell("ticket-opened", 71, 1);
        tell("ticket-escalated", 71, 2);
        assertThat(topics.rows(Tickets.OPEN))
                .containsExactly(Map.of("level", "SUPPORT_1", "priority", "HIGH", "status", "OPEN", "number", 1L));

        tell("ticket-assigned", 71, 3);
        assertThat(topics.rows(Tickets.LOAD)).hasSize(1);
        tell("assignment-ended", 71, 4);
        tell("ticket-closed", 71, 5);

        assertThat(topics.rows(Tickets.OPEN)).isEmpty();
        assertThat(topics.rows(Tickets.LOAD)).isEmpty();
        assertThat(topics.rows(Tickets.TAKEN)).hasSize(1);
        assertThat(topics.rows(Tickets.PER_DAY))
                .containsExactly(
                        Map.of("day", "2026-06-04", "opened", 1L, "closed", 0L),
                        Map.of("day", "2026-06-06", "opened", 0L, "closed", 1L));
        assertThat(topics.rows(Tickets.REOPENINGS))
                .containsExactly(Map.of("day", "2026-06-04", "tickets", 1L, "reopened", 1L));
    }

    /** As the service: percentiles are those of a ticket, not between two. */
    @Test
    void takesTheTimesOfTicketsAsTheServiceDoes() {
        answered(71, "2026-06-04T07:40:00.000001Z");
        answered(72, "2026-06-04T07:50:00.000001Z");
        answered(73, "2026-06-04T08:10:05.000001Z");
        answered(74, "2026-06-04T11:30:00.000001Z");

        assertThat(asked(reports.firstAnswerMinutes()))
                .containsExactly(Map.of(
                        "day",
                        "2026-06-04",
                        "priority",
                        "HIGH",
                        "tickets",
                        4,
                        "meanMinutes",
                        new BigDecimal("77.5"),
                        "medianMinutes",
                        new BigDecimal("20.0"),
                        "ninetiethMinutes",
                        new BigDecimal("240.0")));
    }

    @Test
    void setsMissedTargetsAgainstTheTicketsOfThePriority() {
        tell("ticket-opened", 71, 1);
        tell("ticket-opened", 72, 1);
        tell("ticket-opened", 73, 1);
        tell("ticket-sla-breached", 72, 2);

        assertThat(asked(reports.breachShares()))
                .extracting(row -> row.get("target") + " " + row.get("number") + " " + row.get("percent"))
                .containsExactly("FIRST_ANSWER 1 33.3", "SOLUTION 0 0.0");
    }

    private void answered(long ticket, String at) {
        tell("ticket-opened", ticket, 1);
        String type = "kontor.support.ticket-answered.v1";
        topics.tell(
                Fact.of(TOPIC, type, ticket, 2, EventSchema.of(type).example().replace("2026-06-04T08:10:00Z", at)));
    }

    private void tell(String event, long ticket, long sequence) {
        topics.tell(Fact.example(TOPIC, "kontor.support.%s.v1".formatted(event), ticket, sequence));
    }

    private List<Map<String, @Nullable Object>> asked(Report report) {
        return report.rows(topics.reading(), new Question(Map.of())).stream()
                .map(Row::cells)
                .toList();
    }
}
