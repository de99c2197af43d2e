package kontor.invoice.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kontor.invoice.customer.KnownCustomers;
import kontor.invoice.invoice.Totals;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.order.KnownOrders;
import kontor.invoice.paper.Paper;
import kontor.invoice.product.KnownProducts;
import kontor.platform.store.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies what stands on an invoice of an order from what is known at this moment (V-3, V-4). */
@Component
public class Drafts {

    private final KnownOrders orders;
    private final KnownCustomers customers;
    private final KnownProducts products;
    private final PlatformSettings settings;

    Drafts(KnownOrders orders, KnownCustomers customers, KnownProducts products, PlatformSettings settings) {
        this.orders = orders;
        this.customers = customers;
        this.products = products;
        this.settings = settings;
    }

    /** Empty while customer or products of the order are not known here yet: their events come on other topics. */
    public Optional<Draft> of(long orderId) {
        return orders.find(orderId).flatMap(this::of);
    }

    /** {@code amount-out-of-range} if the invoice would leave the range of money, as far as is known now (G-8). */
    public void requireInRange(long orderId) {
        of(orderId);
    }

    private Optional<Draft> of(KnownOrder order) {
        List<KnownOrder.Item> items = order.liveItems();
        Map<Long, KnownProducts.KnownProduct> known = products.of(
                items.stream().map(KnownOrder.Item::productId).distinct().toList());
        if (items.isEmpty() || !items.stream().allMatch(item -> known.containsKey(item.productId()))) {
            return Optional.empty();
        }
        List<Paper.Line> lines = IntStream.range(0, items.size())
                .mapToObj(i -> line(i + 1, items.get(i), known))
                .toList();
        return customers
                .billed(order.customerId(), order.billingSiteId())
                .map(customer -> new Draft(
                        order, customer, lines, Totals.of(lines), settings.currency(), day(order.deliveredAt())));
    }

    private static Paper.Line line(int lineNo, KnownOrder.Item item, Map<Long, KnownProducts.KnownProduct> known) {
        KnownProducts.KnownProduct product = known.get(item.productId());
        if (product == null) {
            throw new IllegalStateException("Product %d was there.".formatted(item.productId()));
        }
        return new Paper.Line(
                lineNo,
                product.name(),
                item.amount(),
                item.unitPriceMinor(),
                product.vatPercentage(),
                Math.multiplyExact(item.unitPriceMinor(), item.amount()));
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, settings.zone());
    }
}
