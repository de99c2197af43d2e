package kontor.ledger.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kontor.ledger.balance.Balance;
import kontor.ledger.balance.Balances;
import kontor.ledger.finance.Activity.Item;
import kontor.ledger.finance.Activity.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what came in and went out, by the time of the facts (L-29). */
@Component
class Activities {

    private static final String SUMS = """
            select p.up as purchases_up, p.down as purchases_down, d.up as deposits_up, d.down as deposits_down,
                r.up as replenishments_up, r.down as replenishments_down
            from (
                select coalesce(sum(greatest(total_minor, 0)), 0) as up,
                    coalesce(-sum(least(total_minor, 0)), 0) as down
                from shelf_purchase
                where not revoked and (cast(:from as timestamptz) is null or at >= :from)
                  and (cast(:to as timestamptz) is null or at < :to)) p,
            (
                select coalesce(sum(greatest(amount_minor, 0)), 0) as up,
                    coalesce(-sum(least(amount_minor, 0)), 0) as down
                from deposit
                where status = 'BOOKED' and not revoked and (cast(:from as timestamptz) is null or at >= :from)
                  and (cast(:to as timestamptz) is null or at < :to)) d,
            (
                select coalesce(sum(greatest(minor, 0)), 0) as up, coalesce(-sum(least(minor, 0)), 0) as down
                from (
                    select sum(l.total_price_minor) as minor
                    from replenishment_collection c join replenishment l on l.collection_id = c.id
                    where not c.revoked and not l.revoked and (cast(:from as timestamptz) is null or c.at >= :from)
                      and (cast(:to as timestamptz) is null or c.at < :to)
                    group by c.id) collection) r
            """;

    private final JdbcClient jdbc;
    private final Balances balances;

    Activities(JdbcClient jdbc, Balances balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    Activity of(Period period) {
        Optional<Balance> balance = balances.within(period.from(), period.to());
        long profit = balance.map(Balance::profitMinor).orElse(0L);
        long loss = balance.map(Balance::lossMinor).orElse(0L);
        return jdbc.sql(SUMS)
                .params(period.params())
                .query((row, n) -> Activity.of(incomes(row, profit), expenses(row, loss)))
                .single();
    }

    private static List<Item> incomes(ResultSet row, long profit) throws SQLException {
        return List.of(
                new Item(Source.PURCHASES, row.getLong("purchases_up")),
                new Item(Source.DEPOSITS, row.getLong("deposits_up")),
                new Item(Source.REPLENISHMENTS, row.getLong("replenishments_down")),
                new Item(Source.STOCKTAKINGS, profit));
    }

    private static List<Item> expenses(ResultSet row, long loss) throws SQLException {
        return List.of(
                new Item(Source.PURCHASES, row.getLong("purchases_down")),
                new Item(Source.DEPOSITS, row.getLong("deposits_down")),
                new Item(Source.REPLENISHMENTS, row.getLong("replenishments_up")),
                new Item(Source.STOCKTAKINGS, loss));
    }
}
