package kontor.ledger.balance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the goods cost over time, in days of the business zone (G-16). */
@Component
class PriceHistory {

    private final JdbcClient jdbc;
    private final PlatformSettings settings;

    PriceHistory(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** By product; what came at the end of the window or later does not count. */
    Map<Long, DayPrices> until(Instant end) {
        Map<Long, DayPrices> prices = new HashMap<>();
        jdbc.sql("""
                        select product_id, amount_minor, valid_from from known_price
                        where valid_from < ? order by valid_from, id
                        """).param(Times.of(end)).query(row -> {
            prices.computeIfAbsent(row.getLong("product_id"), ignored -> new DayPrices())
                    .add(
                            dayOf(row.getObject("valid_from", OffsetDateTime.class)
                                    .toInstant()),
                            row.getLong("amount_minor"));
        });
        return prices;
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(settings.zone()).toLocalDate();
    }
}
