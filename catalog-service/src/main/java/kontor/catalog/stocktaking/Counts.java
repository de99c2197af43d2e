package kontor.catalog.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import kontor.catalog.stock.Base;
import kontor.catalog.stocktaking.Stocktaken.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All stocktakings with what they counted, and which of them the stocks start from. */
@Component
class Counts {

    private static final String KEEP = """
            insert into stocktaking (id, at, revoked) values (?, ?, ?)
            on conflict (id) do update set at = excluded.at, revoked = excluded.revoked
            """;

    private static final String KEEP_COUNTS = """
            insert into stocktaking_count (stocktaking_id, product_id, pieces)
            select ?, c.* from unnest(cast(? as bigint[]), cast(? as int[])) c
            on conflict (stocktaking_id, product_id) do update set pieces = excluded.pieces
            """;

    /** The newest that counts, by its time, then by id (G-17); what was counted before tracking began does not. */
    private static final String BASES = """
            select s.product_id, s.tracked_since, b.id as stocktaking_id, b.pieces, b.at, (
                select coalesce(sum(m.delta), 0) from stock_move m
                where m.product_id = s.product_id and m.at >= coalesce(b.at, s.tracked_since, '-infinity')) as moved
            from stock s left join lateral (
                select t.id, t.at, c.pieces
                from stocktaking_count c join stocktaking t on t.id = c.stocktaking_id
                where c.product_id = s.product_id and not t.revoked
                    and (s.tracked_since is null or t.at >= s.tracked_since)
                order by t.at desc, t.id desc limit 1) b
                on true
            where s.tracked and s.product_id = any(?)
            order by s.product_id
            """;

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a stock starts from, and what has moved since. */
    record Start(long productId, Base base, int movedSince) {}

    /** The stream of the stocktaking is locked, so nobody else keeps it. */
    void keep(Stocktaken told) {
        jdbc.sql(KEEP)
                .params(told.stocktakingId(), told.at().atOffset(ZoneOffset.UTC), told.revoked())
                .update();
        jdbc.sql(KEEP_COUNTS)
                .params(told.stocktakingId(), texts(told, Count::productId), texts(told, Count::pieces))
                .update();
    }

    /** Of those products that are counted; their stocks are locked, so nothing moves meanwhile. */
    List<Start> starts(List<Long> productIds) {
        return jdbc.sql(BASES)
                .param(productIds.toArray(Long[]::new))
                .query(Counts::start)
                .list();
    }

    private static String[] texts(Stocktaken told, Function<Count, Object> column) {
        return told.counts().stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static Start start(ResultSet row, int number) throws SQLException {
        return new Start(row.getLong("product_id"), base(row), Math.toIntExact(row.getLong("moved")));
    }

    private static Base base(ResultSet row) throws SQLException {
        @Nullable Instant at = instant(row, "at");
        if (at != null) {
            return new Base(row.getLong("stocktaking_id"), row.getInt("pieces"), at);
        }
        @Nullable Instant trackedSince = instant(row, "tracked_since");
        return trackedSince == null ? Base.NONE : Base.startingAt(trackedSince);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
