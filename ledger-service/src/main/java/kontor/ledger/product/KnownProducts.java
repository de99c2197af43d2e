package kontor.ledger.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's copy of the goods, table {@code known_product}. */
@Component
public class KnownProducts {

    private static final int MOST_CACHED = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Cache<Long, KnownProduct> cached = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(KEPT)
            .build();

    KnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Possibly outdated: whoever books on it has to compare the version with the table, and read anew if it differs.
     */
    public Optional<KnownProduct> recent(long id) {
        Optional<KnownProduct> recent = Optional.ofNullable(cached.getIfPresent(id));
        return recent.isPresent() ? recent : newest(id);
    }

    /** As the table has it. */
    public Optional<KnownProduct> newest(long id) {
        Optional<KnownProduct> found = jdbc.sql("select * from known_product where id = ?")
                .param(id)
                .query(KnownProducts::map)
                .optional();
        found.ifPresentOrElse(product -> cached.put(id, product), () -> cached.invalidate(id));
        return found;
    }

    /** Those of the products that the catalog has ever told of and not forgotten, withdrawn or not. */
    public Set<Long> known(Collection<Long> ids) {
        return Set.copyOf(jdbc.sql("select id from known_product where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /** Those of the products that there are, active or not. */
    public Set<Long> notWithdrawn(Collection<Long> ids) {
        return Set.copyOf(jdbc.sql("select id from known_product where id = any(?) and not withdrawn")
                .param(ids.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private static KnownProduct map(ResultSet row, int number) throws SQLException {
        return new KnownProduct(
                row.getLong("id"),
                row.getBoolean("active"),
                row.getBoolean("for_sale"),
                row.getBoolean("revocable"),
                Price.of(row.getLong("unit_net_minor"), row.getBigDecimal("vat_percentage")),
                row.getBoolean("withdrawn"),
                row.getLong("version"));
    }
}
