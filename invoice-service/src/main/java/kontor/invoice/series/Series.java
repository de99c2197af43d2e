package kontor.invoice.series;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kontor.invoice.issuer.IssuerBook;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives documents their numbers: gapless from 1 per issuer and year, in order of the time of issue (V-8). The row of
 * the series is locked until the document is committed, so a failed issue leaves no hole (INV-16, INV-17).
 */
@Component
public class Series {

    private final JdbcClient jdbc;
    private final IssuerBook issuers;
    private final NumberFormat format;
    private final ZoneId zone;
    private final Clock clock;

    Series(JdbcClient jdbc, IssuerBook issuers, SeriesSettings settings, PlatformSettings platform, Clock clock) {
        this.jdbc = jdbc;
        this.issuers = issuers;
        this.format = settings.format();
        this.zone = platform.zone();
        this.clock = clock;
    }

    /** The row of a series, locked, and the first moment after its newest document. */
    private record Locked(int year, int nextNo, @Nullable Instant earliest) {}

    /** A place with its moment, not taken yet. */
    private record Place(Locked series, Instant at) {}

    /** Whether there is an issuer to number for; nothing can be issued else (V-14). */
    public boolean isOpen() {
        return issuers.inEffect(clock.instant()).isPresent();
    }

    /** For an invoice: of the issuer in effect at its time of issue; empty while there is none (V-14). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Taken> take() {
        issuers.keepStill();
        Instant now = clock.instant();
        Optional<IssuerBook.Named> issuer = issuers.inEffect(now);
        while (issuer.isPresent()) {
            Place place = next(issuer.get().id(), now);
            Optional<IssuerBook.Named> then = issuers.inEffect(place.at());
            if (then.equals(issuer)) {
                return Optional.of(take(issuer.get(), place));
            }
            // While the lock was waited for, the next issuer took effect.
            now = place.at();
            issuer = then;
        }
        return Optional.empty();
    }

    /** For a cancellation: of the issuer of the cancelled invoice (V-11). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(IssuerBook.Named issuer) {
        issuers.keepStill();
        return take(issuer, next(issuer.id(), clock.instant()));
    }

    private Taken take(IssuerBook.Named issuer, Place place) {
        int year = place.series().year();
        int seqNo = place.series().nextNo();
        jdbc.sql("update series set next_no = next_no + 1, issued_at = ? where issuer_id = ? and year = ?")
                .params(SqlValues.of(place.at(), issuer.id(), year))
                .update();
        return new Taken(
                issuer.id(),
                issuer.seller(),
                year,
                seqNo,
                format.of(issuer.id(), year, seqNo),
                place.at(),
                dayOf(place.at()));
    }

    private Place next(long issuerId, Instant from) {
        Locked series = lock(issuerId, dayOf(from).getYear());
        Instant at = later(clock.instant(), later(from, series.earliest()));
        // While the lock was waited for, or by the clock of another machine, the year may have ended.
        return dayOf(at).getYear() == series.year() ? new Place(series, at) : next(issuerId, at);
    }

    private Locked lock(long issuerId, int year) {
        jdbc.sql("insert into series (issuer_id, year) values (?, ?) on conflict do nothing")
                .params(issuerId, year)
                .update();
        return jdbc.sql("select next_no, issued_at from series where issuer_id = ? and year = ? for update")
                .params(issuerId, year)
                .query((row, n) -> {
                    @Nullable OffsetDateTime issuedAt = row.getObject("issued_at", OffsetDateTime.class);
                    @Nullable
                    Instant earliest =
                            issuedAt == null ? null : issuedAt.toInstant().plus(1, ChronoUnit.MICROS);
                    return new Locked(year, row.getInt("next_no"), earliest);
                })
                .single();
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
