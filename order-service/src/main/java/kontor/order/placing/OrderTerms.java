package kontor.order.placing;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kontor.order.customer.KnownCustomers;
import kontor.order.order.NewOrder;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderBook;
import kontor.order.product.KnownProduct;
import kontor.order.product.KnownProducts;
import kontor.order.product.PriceChanged;
import kontor.order.product.ProductInactive;
import kontor.order.product.ProductNotForSale;
import kontor.order.product.Totals;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks an order as far as order-service knows, in the order of the rules, and settles its terms (O-1, O-2). */
@Component
class OrderTerms {

    private final KnownCustomers customers;
    private final KnownProducts products;
    private final OrderBook book;
    private final OrderSettings settings;
    private final PlatformSettings shop;

    OrderTerms(
            KnownCustomers customers,
            KnownProducts products,
            OrderBook book,
            OrderSettings settings,
            PlatformSettings shop) {
        this.customers = customers;
        this.products = products;
        this.book = book;
        this.settings = settings;
        this.shop = shop;
    }

    NewOrder settle(PlaceOrder command, Instant now) {
        customers.require(command.customerId());
        List<KnownProduct> goods = products.named(
                command.lines().stream().map(PlaceOrder.Line::product).toList());
        List<NewOrder.Line> lines = IntStream.range(0, goods.size())
                .mapToObj(line -> priced(command.lines().get(line), goods.get(line), command))
                .toList();
        OrderBody.ShipTo shipTo = customers.addressOf(command.customerId(), command.customerSiteId());
        customers.requireBillingSite(command.customerId(), command.billingSiteId());
        book.requireActiveMethod(command.paymentMethodId());
        requireExpected(command.lines(), lines);
        requireTotal(goods, lines);
        return new NewOrder(
                command.customerId(),
                command.actor(),
                now,
                deadline(command.deadline(), now),
                command.customerSiteId(),
                shipTo,
                command.billingSiteId(),
                command.paymentMethodId(),
                lines);
    }

    /** Admins order what is inactive or not for sale as well, at their own price if they like. */
    private static NewOrder.Line priced(PlaceOrder.Line line, KnownProduct product, PlaceOrder command) {
        boolean isAdmin = command.actor().isPrivileged();
        if (!product.active() && !isAdmin) {
            throw new ProductInactive(product.id());
        }
        if (!product.forSale() && !isAdmin) {
            throw new ProductNotForSale(product.id());
        }
        @Nullable Long set = line.unitPriceMinor();
        long price = set == null ? product.priceMinor() : set;
        if (price < 0) {
            throw new AmountOutOfRange();
        }
        return new NewOrder.Line(
                product.id(),
                line.amount(),
                price,
                product.version(),
                set == null ? null : command.actor().actorId());
    }

    private static void requireExpected(List<PlaceOrder.Line> asked, List<NewOrder.Line> priced) {
        for (int line = 0; line < priced.size(); line++) {
            @Nullable Long expected = asked.get(line).expectedUnitPriceMinor();
            long price = priced.get(line).unitPriceMinor();
            if (expected != null && expected != price) {
                throw new PriceChanged(priced.get(line).productId(), price);
            }
        }
    }

    private static void requireTotal(List<KnownProduct> goods, List<NewOrder.Line> lines) {
        Totals.of(IntStream.range(0, goods.size())
                        .mapToObj(line -> new Totals.Line(
                                Math.multiplyExact(lines.get(line).unitPriceMinor(), (long)
                                        lines.get(line).amount()),
                                goods.get(line).vatPercentage()))
                        .toList())
                .requireInRange();
    }

    private Instant deadline(@Nullable Instant wanted, Instant now) {
        if (wanted != null && wanted.isBefore(now)) {
            throw new WrongOrder();
        }
        return wanted == null
                ? now.atZone(shop.zone()).plusDays(settings.deadlineDays()).toInstant()
                : wanted;
    }
}
