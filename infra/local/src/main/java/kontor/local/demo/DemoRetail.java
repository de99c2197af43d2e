package kontor.local.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shop shows of retail.
 *
 * @param customer the log-in of who orders
 */
record DemoRetail(
        String customer,
        Site secondSite,
        List<PaymentMethod> paymentMethods,
        Issuer issuer,
        List<VatRate> vatRates,
        DemoGoods goods,
        List<Order> orders) {

    record Site(
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel) {}

    record PaymentMethod(String method, int deadlineDays, String meansCode) {}

    record Issuer(
            String name,
            String zipCode,
            String city,
            String street,
            String country,
            String taxIdentifier,
            String bankAccount) {}

    record VatRate(BigDecimal percentage, String name) {}

    /** An order and how far it has come; more pieces than there are make a refused one. */
    record Order(String payment, boolean toSecondSite, List<Line> lines, String status) {}

    record Line(String productName, int amount) {}

    static DemoRetail read() {
        return DemoGoods.read("/demo/retail.json", DemoRetail.class);
    }
}
