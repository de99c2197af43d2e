package kontor.invoice.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.invoice.Shop;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers as documents take them; every transaction is rolled back, so that none is used without a document. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class SeriesIT {

    private final Series series;
    private final MovableClock clock;
    private final TransactionTemplate transactions;
    private final Shop shop;

    SeriesIT(
            Series series,
            MovableClock clock,
            PlatformTransactionManager transactions,
            TestDatabase database,
            TopicWriter topics,
            RestTestClient http,
            Members members) {
        this.series = series;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        shop = new Shop(database, topics, http, members);
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void countsFromOnePerIssuerAndYearOfTheBusinessZone() {
        long issuer = shop.issuer();

        List<Taken> taken = rolledBack(() -> {
            List<Taken> all = new ArrayList<>();
            // Budapest is an hour ahead: the year ends at 23:00 UTC.
            for (String moment : List.of(
                    "2030-12-31T22:59:58Z", "2030-12-31T22:59:59Z", "2030-12-31T23:00:00Z", "2031-01-01T12:00:00Z")) {
                setClock(moment);
                all.add(series.take().orElseThrow());
            }
            return all;
        });

        assertThat(taken.stream().map(Taken::number))
                .containsExactly(
                        issuer + "-2030-000001",
                        issuer + "-2030-000002",
                        issuer + "-2031-000001",
                        issuer + "-2031-000002");
        assertThat(taken.stream().map(Taken::creationDate))
                .containsExactly(
                        LocalDate.parse("2030-12-31"),
                        LocalDate.parse("2030-12-31"),
                        LocalDate.parse("2031-01-01"),
                        LocalDate.parse("2031-01-01"));
    }

    @Test
    void leavesNoHoleWhenADocumentFails() {
        shop.issuer();

        Taken failed = rolledBack(() -> series.take().orElseThrow());
        Taken next = rolledBack(() -> series.take().orElseThrow());

        assertThat(next.number()).isEqualTo(failed.number()).endsWith("-000001");
    }

    @Test
    void neverIssuesBeforeAnEarlierNumberThoughTheClockGoesBack() {
        shop.issuer();

        List<Taken> taken = rolledBack(() -> {
            clock.moveTo(Duration.ofHours(1));
            Taken first = series.take().orElseThrow();
            clock.moveTo(Duration.ZERO);
            return List.of(first, series.take().orElseThrow(), series.take().orElseThrow());
        });

        assertThat(taken.stream().map(Taken::seqNo)).containsExactly(1, 2, 3);
        assertThat(taken.get(1).issuedAt()).isEqualTo(taken.get(0).issuedAt().plusNanos(1_000));
        assertThat(taken.get(2).issuedAt()).isAfter(taken.get(1).issuedAt());
    }

    @Test
    void keepsTheYearsApartThoughTheClockGoesBack() {
        shop.issuer();

        List<Taken> taken = rolledBack(() -> {
            setClock("2031-01-01T12:00:00Z");
            Taken first = series.take().orElseThrow();
            setClock("2030-12-31T12:00:00Z");
            return List.of(first, series.take().orElseThrow());
        });

        // Another series, with an order of its own.
        assertThat(taken.stream().map(Taken::year)).containsExactly(2031, 2030);
        assertThat(taken.stream().map(Taken::seqNo)).containsExactly(1, 1);
    }

    @Test
    void hasNothingToGiveWithoutIssuer() {
        shop.issuer();
        clock.moveTo(Duration.ofDays(-20_000));

        Optional<Taken> nothing = rolledBack(series::take);

        assertThat(nothing).isEmpty();
    }

    private void setClock(String moment) {
        clock.moveTo(Duration.between(Instant.now(), Instant.parse(moment)));
    }

    private <T> T rolledBack(Supplier<T> action) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            return action.get();
        });
    }
}
