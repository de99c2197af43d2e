package kontor.reporting.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.platform.security.KnownMember;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.newest.States;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members say of each other (section 8); means have two decimals, half up. */
@Configuration(proxyBeanMethods = false)
class RatingReports {

    private static final String FORMER = "former members";

    /** Number and sum of levels. */
    private record Levels(long number, long sum) {

        static final Levels NONE = new Levels(0, 0);

        Levels plus(long more, long levels) {
            return new Levels(number + more, Math.addExact(sum, levels));
        }

        Row row(Row head) {
            return head.with("number", number)
                    .with("mean", BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), 2, RoundingMode.HALF_UP));
        }
    }

    /** As seller and as buyer; those who are anonymised are one row each. */
    @Bean
    Report memberRatings() {
        return Report.of("member-ratings", (reading, question) -> byMember(reading));
    }

    private static List<Row> byMember(Reading reading) {
        Map<String, KnownMember> members = reading.newest(States.MEMBERS);
        Map<String, Levels> former = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (Sum sum : reading.sums(Purchases.RATINGS)) {
            @Nullable KnownMember member = members.get(sum.key("memberId"));
            if (member == null || member.status().equals("ANONYMISED")) {
                former.put(
                        sum.key("as"),
                        former.getOrDefault(sum.key("as"), Levels.NONE).plus(sum.value("number"), sum.value("levels")));
            } else {
                rows.add(Levels.NONE
                        .plus(sum.value("number"), sum.value("levels"))
                        .row(head(sum.key("memberId"), member.displayName(), sum.key("as"))));
            }
        }
        former.forEach((as, levels) -> rows.add(levels.row(head("", FORMER, as))));
        return rows;
    }

    private static Row head(String memberId, String name, String as) {
        return Row.of().with("memberId", memberId).with("name", name).with("as", as);
    }

    /** The overall level, the packaging and the goods. */
    @Bean
    Report ratingParts() {
        return Report.of("rating-parts", (reading, question) -> {
            Map<String, Levels> parts = new TreeMap<>();
            Map<String, Row> heads = new TreeMap<>();
            for (Sum sum : reading.sums(Purchases.LEVELS)) {
                String place = sum.key("side") + " " + sum.key("part");
                heads.put(place, Row.of().with("side", sum.key("side")).with("part", sum.key("part")));
                parts.put(
                        place,
                        parts.getOrDefault(place, Levels.NONE)
                                .plus(sum.value(), sum.value() * Long.parseLong(sum.key("level"))));
            }
            return parts.entrySet().stream()
                    .map(part -> part.getValue().row(heads.getOrDefault(part.getKey(), Row.of())))
                    .toList();
        });
    }

    /** Evaluations of each side among the purchases that are DONE; percent with one decimal. */
    @Bean
    Report ratingResponses() {
        return Report.of("rating-responses", (reading, question) -> {
            long done = reading.sums(Purchases.PER_STATUS, Purchases.DONE).stream()
                    .mapToLong(sum -> sum.value("number"))
                    .sum();
            return done == 0
                    ? List.of()
                    : List.of(responses(reading, "BUYER", done), responses(reading, "SELLER", done));
        });
    }

    private static Row responses(Reading reading, String side, long done) {
        long number = reading.sums(Purchases.LEVELS, side, "overall").stream()
                .mapToLong(Sum::value)
                .sum();
        return Row.of()
                .with("side", side)
                .with("evaluations", number)
                .with("done", done)
                .with("percent", MarketReports.percent(number, done));
    }
}
