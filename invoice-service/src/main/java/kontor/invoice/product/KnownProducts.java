package kontor.invoice.product;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copy of the products, table {@code known_product}. */
@Component
public class KnownProducts {

    private final JdbcClient jdbc;

    KnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product's name and VAT percentage now. */
    public record KnownProduct(long id, String name, BigDecimal vatPercentage) {}

    /** Those of the products that are known here, by id. */
    public Map<Long, KnownProduct> of(Collection<Long> ids) {
        return jdbc
                .sql("select id, name, vat_percentage from known_product where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query((row, n) ->
                        new KnownProduct(row.getLong("id"), row.getString("name"), row.getBigDecimal("vat_percentage")))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownProduct::id, Function.identity()));
    }
}
