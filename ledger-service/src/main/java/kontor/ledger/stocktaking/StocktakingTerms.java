package kontor.ledger.stocktaking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.platform.Rejection;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges whether exactly the right products were counted (L-24). */
@Component
class StocktakingTerms {

    private final JdbcClient jdbc;
    private final Clock clock;

    StocktakingTerms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody counts the stock of this product (L-24). */
    static final class UntrackedProduct extends Rejection {

        UntrackedProduct(long productId, String pointer) {
            super(
                    Kind.RULE_BROKEN,
                    "untracked-product",
                    "The stock of product %d is not counted.".formatted(productId),
                    List.of(new Fault(pointer, "untracked-product", "Its stock is not counted.")),
                    Map.of());
        }
    }

    private record Goods(long id, boolean isActive, boolean isTracked) {}

    /** What a line means stands before what is missing, which would name all the same products. */
    void require(MakeStocktaking command) {
        Map<Long, Goods> goods = goods(command.lines());
        for (int i = 0; i < command.lines().size(); i++) {
            requireTracked(command.lines().get(i).productId(), goods, i);
        }
        requireWhole(command.lines(), goods);
        Instant now = clock.instant();
        if (command.at().isAfter(now)) {
            throw new InFuture();
        }
    }

    private static void requireTracked(long productId, Map<Long, Goods> goods, int index) {
        @Nullable Goods found = goods.get(productId);
        String pointer = "/lines/%d/productId".formatted(index);
        if (found == null) {
            throw new UnknownReference(pointer);
        }
        if (!found.isTracked()) {
            throw new UntrackedProduct(productId, pointer);
        }
    }

    private static void requireWhole(List<CountView> lines, Map<Long, Goods> goods) {
        Set<Long> counted = new HashSet<>();
        List<Long> twice = lines.stream()
                .map(CountView::productId)
                .filter(id -> !counted.add(id))
                .distinct()
                .sorted()
                .toList();
        List<Long> missing = goods.values().stream()
                .filter(one -> one.isActive() && one.isTracked() && !counted.contains(one.id()))
                .map(Goods::id)
                .sorted()
                .toList();
        List<Long> extra = goods.values().stream()
                .filter(one -> !one.isActive() && counted.contains(one.id()))
                .map(Goods::id)
                .sorted()
                .toList();
        if (!missing.isEmpty() || !extra.isEmpty() || !twice.isEmpty()) {
            throw new StocktakingIncomplete(missing, extra, twice);
        }
    }

    /** Those counted, and those that have to be; withdrawn ones are neither. */
    private Map<Long, Goods> goods(List<CountView> lines) {
        return jdbc
                .sql("""
                        select id, active, stock_policy from known_product
                        where not withdrawn and (id = any(?) or (active and stock_policy = 'TRACKED'))
                        """)
                .param(lines.stream().map(CountView::productId).toArray(Long[]::new))
                .query((row, n) -> new Goods(
                        row.getLong("id"),
                        row.getBoolean("active"),
                        row.getString("stock_policy").equals("TRACKED")))
                .stream()
                .collect(Collectors.toMap(Goods::id, Function.identity()));
    }
}
