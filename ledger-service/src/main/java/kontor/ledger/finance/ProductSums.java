package kontor.ledger.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.springframework.stereotype.Component;

/** Reads what was bought and replenished per product; only what counts. */
@Component
class ProductSums {

    private static final Lists.Query ROWS =
            new Lists.Query("""
            select product_id as id, p.name, sum(bought) as bought, sum(net) as net, sum(gross) as gross,
                sum(replenished) as replenished, sum(paid) as paid
            from (
                select product_id, amount as bought, unit_net_minor * amount as net, total_minor as gross,
                    0 as replenished, 0 as paid, at
                from shelf_purchase where not revoked
                union all
                select l.product_id, 0, 0, 0, l.amount, l.total_price_minor, c.at
                from replenishment l join replenishment_collection c on c.id = l.collection_id
                where not l.revoked and not c.revoked) f
            left join known_product p on p.id = f.product_id
            where (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
            group by product_id, p.name
            """, "bigint", Map.of("productId", new SortKey("id", "bigint")));

    /** Of a table for a spreadsheet, which cannot show a cursor. */
    static final int MOST_ROWS = 10_000;

    private final Lists lists;

    ProductSums(Lists lists) {
        this.lists = lists;
    }

    /**
     * Sums of a product.
     *
     * @param name empty if the product is not known any more
     */
    record ProductSum(
            long productId,
            String name,
            long boughtPieces,
            long boughtNetMinor,
            long boughtGrossMinor,
            long replenishedPieces,
            long replenishedMinor) {

        static ProductSum map(ResultSet row, int number) throws SQLException {
            String name = row.getString("name");
            return new ProductSum(
                    row.getLong("id"),
                    row.wasNull() ? "" : name,
                    row.getLong("bought"),
                    row.getLong("net"),
                    row.getLong("gross"),
                    row.getLong("replenished"),
                    row.getLong("paid"));
        }
    }

    Page<ProductSum> whole(ListRequest request) {
        return page(new ListRequest(
                MOST_ROWS,
                request.sort(),
                request.isDescending(),
                request.isCounted(),
                request.filters(),
                request.after(),
                request.binding()));
    }

    Page<ProductSum> page(ListRequest request) {
        Period period = new Period(request.instant("from"), request.instant("to"));
        return lists.page(request, ROWS, period.params(), ProductSum::map);
    }
}
