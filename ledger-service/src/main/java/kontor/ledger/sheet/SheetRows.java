package kontor.ledger.sheet;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what has to be counted, by name without case. */
@Component
class SheetRows {

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stock of which the catalog has not told anything is 0. */
    List<SheetRow> all() {
        return jdbc.sql("""
                        select p.name, coalesce(s.on_hand, 0) as on_hand
                        from known_product p left join known_stock s on s.product_id = p.id
                        where p.active and not p.withdrawn and p.stock_policy = 'TRACKED'
                        order by lower(p.name), p.id
                        """)
                .query((row, n) -> new SheetRow(row.getString("name"), row.getInt("on_hand")))
                .list();
    }
}
