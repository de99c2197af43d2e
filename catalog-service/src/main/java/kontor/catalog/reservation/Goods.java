package kontor.catalog.reservation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kontor.catalog.reservation.ReservationFact.FailedLine;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.RetailOrder.Item;
import kontor.catalog.stock.Warehouse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the goods that an order wants: what can be promised, and what cannot and why (C-17). */
@Component
class Goods {

    private static final String OFFERS = """
            select p.id, p.active, not exists (
                select from product_tag pt join tag t on t.id = pt.tag_id
                where pt.product_id = p.id and not t.is_for_sale) as for_sale
            from product p where p.id = any(?) and p.withdrawn_at is null
            """;

    private final JdbcClient jdbc;
    private final Warehouse warehouse;

    Goods(JdbcClient jdbc, Warehouse warehouse) {
        this.jdbc = jdbc;
        this.warehouse = warehouse;
    }

    /**
     * What the order can have.
     *
     * @param failing every line that fails, each with the first reason; none if all is well
     * @param held lines that hold something: those of counted products
     */
    record Verdict(List<FailedLine> failing, List<Line> held) {}

    /** Lines of one product are added up; an admin may order what is inactive or not for sale (O-1). */
    Verdict judge(RetailOrder order) {
        Map<Long, Integer> wanted =
                order.items().stream().collect(Collectors.toMap(Item::productId, Item::amount, Integer::sum));
        Map<Long, Offer> offers = offers(wanted);
        List<FailedLine> failing = order.items().stream()
                .flatMap(item -> failure(item, offers.get(item.productId()), order.placedByAdmin()).stream())
                .toList();
        List<Line> held = order.items().stream()
                .filter(item -> isCounted(offers.get(item.productId())))
                .map(Item::line)
                .toList();
        return new Verdict(failing, held);
    }

    private static Optional<FailedLine> failure(Item item, @Nullable Offer offer, boolean isForAdmin) {
        if (offer == null) {
            return Optional.of(failed(item, "unknown-reference", null));
        }
        if (!offer.isActive && !isForAdmin) {
            return Optional.of(failed(item, "product-inactive", null));
        }
        if (!offer.isForSale && !isForAdmin) {
            return Optional.of(failed(item, "product-not-for-sale", null));
        }
        return offer.isShort() ? Optional.of(failed(item, "stock-short", offer.available)) : Optional.empty();
    }

    private static boolean isCounted(@Nullable Offer offer) {
        return offer != null && offer.available != null;
    }

    private static FailedLine failed(Item item, String code, @Nullable Integer available) {
        return new FailedLine(item.orderItemId(), item.productId(), item.amount(), code, available);
    }

    private Map<Long, Offer> offers(Map<Long, Integer> wanted) {
        return jdbc
                .sql(OFFERS)
                .param(wanted.keySet().toArray(Long[]::new))
                .query((row, n) -> new Product(row.getLong("id"), row.getBoolean("active"), row.getBoolean("for_sale")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Product::id, product -> offer(product, wanted.getOrDefault(product.id(), 0))));
    }

    private Offer offer(Product product, int wanted) {
        OptionalInt available = warehouse.available(product.id());
        return new Offer(
                product.isActive(), product.isForSale(), available.isPresent() ? available.getAsInt() : null, wanted);
    }

    private record Product(long id, boolean isActive, boolean isForSale) {}

    /**
     * A product beside what the order wants of it.
     *
     * @param available null if it is not counted
     */
    private record Offer(
            boolean isActive, boolean isForSale, @Nullable Integer available, int wanted) {

        boolean isShort() {
            return available != null && available < wanted;
        }
    }
}
