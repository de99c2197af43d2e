package kontor.reporting.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kontor.reporting.books.Monthly;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The market in quotients (section 7). */
@Configuration(proxyBeanMethods = false)
class MarketReports {

    @Bean
    Report adjustmentsPerMonth() {
        return new Monthly("market-adjustments-per-month", Purchases.ADJUSTMENTS);
    }

    @Bean
    Report volumePerMonth() {
        return new Monthly("market-volume-per-month", Purchases.VOLUME);
    }

    /** Of the purchases opened in a month, those that are cancelled by now. */
    @Bean
    Report cancelRate() {
        return Report.of(
                "market-cancel-rate",
                (reading, question) -> reading.sums(Purchases.OPENED).stream()
                        .filter(sum -> question.covers(sum.key("month")))
                        .map(sum -> Row.of(sum).with("percent", percent(sum.value("cancelled"), sum.value("opened"))))
                        .toList());
    }

    @Bean
    Report hours() {
        return Report.of("market-hours", (reading, question) -> {
            Map<String, Times> steps = new TreeMap<>();
            reading.sums(Purchases.TIMES).stream()
                    .filter(sum -> question.covers(sum.key("month")))
                    .forEach(sum -> steps.computeIfAbsent(sum.key("step"), _ -> new Times())
                            .add(sum));
            return steps.entrySet().stream().map(MarketReports::row).toList();
        });
    }

    /** Each listing with its age in days, the oldest first; {@code pieces} are there, reserved ones among them. */
    @Bean
    Report eachListing(Listings listings, Clock clock, Days days) {
        return Report.of("listings", (reading, question) -> {
            LocalDate today = days.date(clock.instant());
            return reading.states(listings).entrySet().stream()
                    .filter(one -> one.getValue().offer() != null)
                    .sorted(Comparator.comparingLong(one -> Long.parseLong(one.getKey())))
                    .map(one -> row(one.getKey(), one.getValue(), today, days))
                    .toList();
        });
    }

    private static Row row(String id, Listings.Listing listing, LocalDate today, Days days) {
        Listings.Offer offer = Objects.requireNonNull(listing.offer(), id);
        return Row.of()
                .with("listingId", id)
                .with("title", offer.title())
                .with("status", offer.status())
                .with("pieces", offer.quantity())
                .with("reserved", offer.reserved())
                .with("sold", listing.sold())
                .with("ageDays", ChronoUnit.DAYS.between(days.date(offer.createdAt()), today));
    }

    private static Row row(Map.Entry<String, Times> step) {
        Times times = step.getValue();
        return Row.of()
                .with("step", step.getKey())
                .with("purchases", times.number())
                .with("medianHours", times.percentile(50, Times.HOUR))
                .with("ninetiethHours", times.percentile(90, Times.HOUR));
    }

    /** One decimal, half up. */
    static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
