package kontor.order.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderFact;
import kontor.order.order.OrderStatus;
import kontor.order.product.Totals;
import org.jspecify.annotations.Nullable;

/**
 * An order as callers see it; totals over its items that are not cancelled, in minor units, with today's VAT (G-11).
 *
 * @param rejectReason problem code and failing lines of a rejected order
 * @param liveInvoiceId its invoice that is not cancelled
 */
public record OrderView(
        Long id,
        Long version,
        Long customerId,
        UUID placedBy,
        Instant placedAt,
        Instant deadline,
        Long customerSiteId,
        OrderBody.ShipTo shipTo,
        @Nullable Long billingSiteId,
        Long paymentMethodId,
        String paymentMethod,
        OrderStatus status,
        OrderFact.@Nullable Reason rejectReason,
        @Nullable Instant deliveredAt,
        Boolean autoInvoiced,
        Boolean invoiceHold,
        @Nullable Long liveInvoiceId,
        List<ItemView> items,
        Long netMinor,
        List<Totals.Vat> vat,
        Long grossMinor,
        @Nullable String externalSource,
        @Nullable String externalId) {}
