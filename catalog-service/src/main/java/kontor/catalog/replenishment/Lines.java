package kontor.catalog.replenishment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of replenishments whose products were counted when they were booked. */
@Component
class Lines {

    private static final String KEEP = """
            insert into replenishment_line (line_id, collection_id, product_id, moved, at, moves)
            select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]),
                cast(? as timestamptz[]), cast(? as int[]))
            on conflict (line_id) do update set moved = excluded.moved, at = excluded.at, moves = excluded.moves
            """;

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id; the stream of the collection is locked, so nobody else changes them. */
    Map<Long, Line> of(long collectionId) {
        return jdbc
                .sql("select * from replenishment_line where collection_id = ?")
                .param(collectionId)
                .query(Lines::line)
                .stream()
                .collect(Collectors.toMap(Line::lineId, Function.identity()));
    }

    void keep(Collection<Line> lines) {
        jdbc.sql(KEEP)
                .params(
                        texts(lines, Line::lineId),
                        texts(lines, Line::collectionId),
                        texts(lines, Line::productId),
                        texts(lines, Line::moved),
                        texts(lines, Line::at),
                        texts(lines, Line::moves))
                .update();
    }

    private static String[] texts(Collection<Line> lines, Function<Line, Object> column) {
        return lines.stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("line_id"),
                row.getLong("collection_id"),
                row.getLong("product_id"),
                row.getInt("moved"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("moves"));
    }
}
