package kontor.order.product;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the goods; withdrawn ones cannot be named any more (C-8). */
@Component
public class KnownProducts {

    private final JdbcClient jdbc;

    KnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product by one of its three names. */
    public record Name(
            @Nullable Long productId,
            @Nullable String productName,
            @Nullable String barcode) {

        private boolean isOne() {
            return (productId == null ? 0 : 1) + (productName == null ? 0 : 1) + (barcode == null ? 0 : 1) == 1;
        }

        private String pointer(int line) {
            if (!isOne()) {
                return "/lines/" + line;
            }
            String field = productId != null ? "productId" : productName != null ? "productName" : "barcode";
            return "/lines/%d/%s".formatted(line, field);
        }
    }

    /**
     * The products of the lines, in their order, by one statement; {@code unknown-reference} points at the first line
     * that names none, or not exactly one.
     */
    public List<KnownProduct> named(List<Name> names) {
        Map<Integer, KnownProduct> found = jdbc
                .sql("""
                        select n.line, p.* from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]))
                            with ordinality n (id, name, barcode, line)
                        join known_product p on not p.withdrawn and (p.id = n.id or p.barcode = n.barcode
                            or casefold(p.name collate pg_unicode_fast) = casefold(n.name collate pg_unicode_fast))
                        """)
                .params(
                        names.stream().map(Name::productId).toArray(Long[]::new),
                        names.stream().map(Name::productName).toArray(String[]::new),
                        names.stream().map(Name::barcode).toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        row.getInt("line") - 1,
                        new KnownProduct(
                                row.getLong("id"),
                                row.getBoolean("active"),
                                row.getBoolean("for_sale"),
                                row.getLong("price_minor"),
                                row.getBigDecimal("vat_percentage"),
                                row.getLong("version"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one.version() > other.version() ? one : other));
        for (int line = 0; line < names.size(); line++) {
            if (!names.get(line).isOne() || !found.containsKey(line)) {
                throw new UnknownReference(names.get(line).pointer(line));
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Today's VAT percentages by product. */
    public Map<Long, BigDecimal> percentages(Collection<Long> productIds) {
        return jdbc
                .sql("select id, vat_percentage from known_product where id = any(?)")
                .param(productIds.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getBigDecimal(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
