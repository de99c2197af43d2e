package kontor.catalog.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import kontor.catalog.core.Decimals;
import kontor.catalog.core.ProductsTouched;
import kontor.platform.messaging.Outbox;
import kontor.platform.store.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives touched products their next version and tells their state. */
@Component
class ProductStateEvents {

    static final String TOPIC = "kontor.catalog.products.v1";

    /** Bounds a statement; a VAT rate may be that of all products. */
    private static final int BATCH = 500;

    /** Locks in id order first; the update then finds the newest row of each. */
    private static final String NEXT = """
            with touched as (
                select id from product where id = any(:ids) order by id for no key update
            ), numbered as (
                update product p set version = p.version + 1 from touched t where p.id = t.id returning p.*
            )
            insert into product_state (product_id, version, name, barcode, active, for_sale, stock_policy, revocable,
                price_minor, gross_price_minor, price_valid_from, vat_rate_id, vat_percentage, category_id, category_path,
                withdrawn, at)
            select p.id, p.version, p.name, p.barcode, p.active,
                not exists (
                    select from product_tag pt join tag t on t.id = pt.tag_id where pt.product_id = p.id and not t.is_for_sale),
                p.stock_policy, p.revocable, p.price_minor, round(p.price_minor * (100 + v.percentage) / 100),
                p.price_valid_from, p.vat_rate_id, v.percentage, p.category_id, category_path(p.category_id),
                p.withdrawn_at is not null, :at
            from numbered p join vat_rate v on v.id = p.vat_rate_id
            returning *
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    ProductStateEvents(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(ProductsTouched touched) {
        List<Long> ids = touched.productIds().stream().distinct().sorted().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            tell(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
    }

    private void tell(List<Long> ids) {
        List<ProductState> states = jdbc
                .sql(NEXT)
                .param("ids", ids.toArray(Long[]::new))
                .param("at", Times.of(clock.instant()))
                .query(ProductStateEvents::map)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(ProductState::productId))
                .toList();
        outbox.together(() -> states.forEach(state -> outbox.state(TOPIC, state.productId(), state.version(), state)));
    }

    private static ProductState map(ResultSet row, int number) throws SQLException {
        return new ProductState(
                row.getLong("product_id"),
                row.getString("name"),
                row.getString("barcode"),
                row.getBoolean("active"),
                row.getBoolean("for_sale"),
                row.getString("stock_policy"),
                row.getBoolean("revocable"),
                row.getLong("price_minor"),
                row.getLong("gross_price_minor"),
                row.getObject("price_valid_from", OffsetDateTime.class).toInstant(),
                row.getLong("vat_rate_id"),
                Decimals.plain(row.getBigDecimal("vat_percentage")),
                row.getObject("category_id", Long.class),
                List.of((Long[]) row.getArray("category_path").getArray()),
                row.getBoolean("withdrawn"),
                row.getLong("version"));
    }
}
