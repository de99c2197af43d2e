package kontor.importer.retail.source;

import java.time.Instant;
import java.util.List;

/** What was ordered, and on which terms; prices are net, in minor units. */
public record Trade(List<PaymentMethod> methods, List<Status> statuses, List<Order> orders, List<Item> items) {

    /** A method of payment. */
    public record PaymentMethod(int line, long id, String method, int deadlineDays) implements Entry {}

    /** A status, with the code that its name means here (G-41). */
    public record Status(int line, long id, String name, String code) implements Entry {}

    /** An order. */
    public record Order(
            int line, long id, Instant placedAt, Instant deadline, long siteId, long statusId, long methodId)
            implements Entry {}

    /** An item of an order. */
    public record Item(int line, long id, int amount, long priceMinor, long orderId, long productId, long statusId)
            implements Entry {}
}
