package kontor.invoice.issuer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.invoice.paper.Paper;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says which issuer is in effect, and keeps those who issue and those who change issuers apart. */
@Component
public class IssuerBook {

    /** The one with the newest {@code valid_from} that has begun (V-1). */
    static final String IN_EFFECT = "select * from issuer where valid_from <= ? order by valid_from desc limit 1";

    private static final long LOCK = 0x69737375657273L;

    /** Who wrote the request needed a moment to send it. */
    private static final Duration COUNTS_AS_NOW = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    IssuerBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An issuer and what is printed of it. */
    public record Named(long id, Paper.Seller seller) {}

    /** Nobody changes an issuer until this transaction ends; who issues does not wait for others who issue. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepStill() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    /** Nobody else issues or changes an issuer until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    /**
     * From when an issuer may be in effect that shall be so then: not before now, and later than every other one; else
     * {@code wrong-order}.
     *
     * @param wanted null for now
     * @param exceptId an issuer that does not count
     */
    Instant begin(@Nullable Instant wanted, long exceptId) {
        Instant now = clock.instant();
        Instant begin = wanted == null ? now : wanted;
        if (begin.isBefore(now.minus(COUNTS_AS_NOW))) {
            throw new WrongOrder();
        }
        begin = begin.isBefore(now) ? now : begin;
        if (isFollowed(begin, exceptId)) {
            throw new WrongOrder();
        }
        return begin;
    }

    private boolean isFollowed(Instant begin, long exceptId) {
        return jdbc.sql("select exists (select from issuer where id <> ? and valid_from >= ?)")
                .params(SqlValues.of(exceptId, begin))
                .query(Boolean.class)
                .single();
    }

    /** {@code issuer-in-use} once a document names it. */
    void requireUnused(long id) {
        boolean used = jdbc.sql("select exists (select from invoice where issuer_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (used) {
            throw new IssuerInUse(id);
        }
    }

    /** The issuer in effect; empty before the first. */
    public Optional<Named> inEffect(Instant at) {
        return jdbc.sql(IN_EFFECT)
                .params(SqlValues.of(at))
                .query(IssuerBook::map)
                .optional();
    }

    /** What is printed of those that there are, by id. */
    public Map<Long, Paper.Seller> sellers(Collection<Long> ids) {
        return jdbc
                .sql("select * from issuer where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(IssuerBook::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::seller));
    }

    private static Named map(ResultSet row, int number) throws SQLException {
        return new Named(
                row.getLong("id"),
                new Paper.Seller(
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("zip_code"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("tax_identifier"),
                        row.getString("bank_account")));
    }
}
