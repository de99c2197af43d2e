package kontor.reporting.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.figure.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tickets in quotients (section 9). */
@Configuration(proxyBeanMethods = false)
class SupportReports {

    /** Minutes by day of opening and priority of now. */
    private record Minutes(String name, Figure figure) implements Report {

        @Override
        public List<Row> rows(Reading reading, Question question) {
            Map<String, Times> times = new TreeMap<>();
            Map<String, Row> heads = new TreeMap<>();
            for (Sum sum : reading.sums(figure)) {
                if (question.covers(sum.key("day"))) {
                    String place = sum.key("day") + " " + sum.key("priority");
                    times.computeIfAbsent(place, _ -> new Times()).add(sum);
                    heads.put(place, Row.of().with("day", sum.key("day")).with("priority", sum.key("priority")));
                }
            }
            return times.entrySet().stream()
                    .map(one -> row(heads.getOrDefault(one.getKey(), Row.of()), one.getValue()))
                    .toList();
        }

        private static Row row(Row head, Times times) {
            return head.with("tickets", times.number())
                    .with("meanMinutes", times.mean(Times.MINUTE))
                    .with("medianMinutes", times.percentile(50, Times.MINUTE))
                    .with("ninetiethMinutes", times.percentile(90, Times.MINUTE));
        }
    }

    @Bean
    Report firstAnswerMinutes() {
        return new Minutes("first-answer-minutes", Tickets.FIRST_ANSWERS);
    }

    @Bean
    Report solutionMinutes() {
        return new Minutes("solution-minutes", Tickets.SOLUTIONS);
    }

    /** Missed targets, and which share of the tickets of the priority that is. */
    @Bean
    Report breachShares() {
        return Report.of("breach-shares", (reading, question) -> {
            Map<String, Long> tickets = new TreeMap<>();
            reading.sums(Tickets.BY_PRIORITY).stream()
                    .filter(sum -> question.covers(sum.key("day")))
                    .forEach(sum -> tickets.merge(sum.key("priority"), sum.value(), Math::addExact));
            Map<String, Long> missed = new TreeMap<>();
            reading.sums(Tickets.BREACHES).stream()
                    .filter(sum -> question.covers(sum.key("day")))
                    .forEach(sum ->
                            missed.merge(sum.key("target") + " " + sum.key("priority"), sum.value(), Math::addExact));
            return List.of("FIRST_ANSWER", "SOLUTION").stream()
                    .flatMap(target -> tickets.entrySet().stream()
                            .map(of -> share(target, of, missed.getOrDefault(target + " " + of.getKey(), 0L))))
                    .toList();
        });
    }

    private static Row share(String target, Map.Entry<String, Long> tickets, long missed) {
        return Row.of()
                .with("target", target)
                .with("priority", tickets.getKey())
                .with("number", missed)
                .with(
                        "percent",
                        BigDecimal.valueOf(missed)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(tickets.getValue()), 1, RoundingMode.HALF_UP));
    }

    @Bean
    Report reopeningRate() {
        return Report.of("reopening-rate", (reading, question) -> {
            long tickets = 0;
            long reopened = 0;
            for (Sum sum : reading.sums(Tickets.REOPENINGS)) {
                if (question.covers(sum.key("day"))) {
                    tickets += sum.value("tickets");
                    reopened += sum.value("reopened");
                }
            }
            return List.of(Row.of()
                    .with("number", reopened)
                    .with(
                            "perTicket",
                            BigDecimal.valueOf(reopened)
                                    .divide(BigDecimal.valueOf(Math.max(1, tickets)), 2, RoundingMode.HALF_UP)));
        });
    }
}
