package kontor.ledger.balance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.ledger.balance.BalanceLine.Counts;
import kontor.ledger.balance.BalanceLine.Moved;
import kontor.ledger.balance.BalanceLine.Sum;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the balance between two stocktakings (L-26). */
@Component
public class Balances {

    private static final String MOVED = """
            select p.id, p.name, p.unit_net_minor,
                coalesce(s.count, 0) as start_count, coalesce(e.count, 0) as end_count,
                coalesce(b.pieces, 0) as bought, coalesce(b.minor, 0) as bought_minor,
                coalesce(r.pieces, 0) as replenished, coalesce(r.minor, 0) as replenished_minor,
                coalesce(o.pieces, 0) as others
            from known_product p
            left join stocktaking s on s.collection_id = :start and s.product_id = p.id
            left join stocktaking e on e.collection_id = :end and e.product_id = p.id
            left join (
                select product_id, sum(amount) as pieces, sum(total_minor) as minor from shelf_purchase
                where not revoked and at >= :from and at < :to group by product_id) b on b.product_id = p.id
            left join (
                select l.product_id, sum(l.amount) as pieces, sum(l.total_price_minor) as minor
                from replenishment l join replenishment_collection c on c.id = l.collection_id
                where not l.revoked and not c.revoked and c.at >= :from and c.at < :to
                group by l.product_id) r on r.product_id = p.id
            left join (
                select product_id, sum(delta) as pieces from known_stock_move
                where at >= :from and at < :to group by product_id) o on o.product_id = p.id
            where p.stock_policy = 'TRACKED'
            order by lower(p.name), p.id
            """;

    private final JdbcClient jdbc;
    private final PriceHistory prices;

    Balances(JdbcClient jdbc, PriceHistory prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    private record Count(long id, Instant at, boolean isRevoked) {

        static final Comparator<Count> ORDER = Comparator.comparing(Count::at).thenComparingLong(Count::id);

        static Count map(ResultSet row, int number) throws SQLException {
            return new Count(
                    row.getLong("id"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("revoked"));
        }
    }

    /** Any two that count, the start before the end. */
    Balance between(long startId, long endId) {
        Count start = find(startId, "start");
        Count end = find(endId, "end");
        requireCounting(start);
        requireCounting(end);
        if (Count.ORDER.compare(start, end) >= 0) {
            throw new WrongOrder();
        }
        return draw(start, end);
    }

    /** Between the first and the last one of a period that count; empty with fewer than two (L-29). */
    public Optional<Balance> within(@Nullable Instant from, @Nullable Instant to) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", Times.of(from));
        params.put("to", Times.of(to));
        List<Count> counts = jdbc.sql("""
                        select id, at, revoked from stocktaking_collection
                        where not revoked and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                        order by at, id
                        """).params(params).query(Count::map).list();
        return counts.size() < 2 ? Optional.empty() : Optional.of(draw(counts.getFirst(), counts.getLast()));
    }

    private Count find(long id, String parameter) {
        return jdbc.sql("select id, at, revoked from stocktaking_collection where id = ?")
                .param(id)
                .query(Count::map)
                .optional()
                .orElseThrow(() -> new UnknownReference(parameter));
    }

    private static void requireCounting(Count count) {
        if (count.isRevoked()) {
            throw new StocktakingRevoked(count.id());
        }
    }

    private Balance draw(Count start, Count end) {
        LocalDate first = prices.dayOf(start.at());
        LocalDate last = prices.dayOf(end.at());
        Map<Long, DayPrices> known = prices.until(end.at());
        List<BalanceLine> lines = moved(start, end).stream()
                .map(moved -> {
                    DayPrices days = known.getOrDefault(moved.productId(), new DayPrices());
                    return BalanceLine.of(moved, days.mean(first, last, moved.today()));
                })
                .toList();
        return Balance.of(start.id(), end.id(), lines);
    }

    private List<Moved> moved(Count start, Count end) {
        return jdbc.sql(MOVED)
                .param("start", start.id())
                .param("end", end.id())
                .param("from", Times.of(start.at()))
                .param("to", Times.of(end.at()))
                .query((row, n) -> new Moved(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getLong("unit_net_minor"),
                        new Counts(row.getLong("start_count"), row.getLong("end_count")),
                        new Sum(row.getLong("bought"), row.getLong("bought_minor")),
                        new Sum(row.getLong("replenished"), row.getLong("replenished_minor")),
                        row.getLong("others")))
                .list();
    }
}
