package kontor.order.moving;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * What a deployment chooses about moving.
 *
 * @param order the order's own settings
 * @param invoice those that speak of invoices
 */
@Validated
@ConfigurationProperties("kontor")
record MovingSettings(
        @DefaultValue Order order, @DefaultValue Invoice invoice) {

    /** Of orders.
     *
     * @param isRolledUp whether an order follows its items (O-6) */
    record Order(@Name("roll-up") @DefaultValue("on") boolean isRolledUp) {}

    /** Of invoices.
     *
     * @param isIssuedByItself whether a delivered order is released for its invoice by itself (O-11) */
    record Invoice(@Name("auto-issue") @DefaultValue("on") boolean isIssuedByItself) {}
}
