package kontor.order.listing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderStatus;
import kontor.order.product.KnownProducts;
import kontor.order.product.Totals;
import org.springframework.stereotype.Component;

/** Adds up orders that are being decided on as they are shown, and as an invoice would say: with today's VAT (G-11). */
@Component
public class OrderTotals {

    private final KnownProducts products;

    OrderTotals(KnownProducts products) {
        this.products = products;
    }

    /** Over the items that are not cancelled; 0 % where the product is not known any more. */
    public Totals of(List<OrderBody.Item> items) {
        List<OrderBody.Item> kept = items.stream()
                .filter(item -> item.status() != OrderStatus.CANCELLED)
                .toList();
        Map<Long, BigDecimal> percentages = products.percentages(
                kept.stream().map(OrderBody.Item::productId).toList());
        return Totals.of(kept.stream()
                .map(item ->
                        new Totals.Line(item.netMinor(), percentages.getOrDefault(item.productId(), BigDecimal.ZERO)))
                .toList());
    }
}
