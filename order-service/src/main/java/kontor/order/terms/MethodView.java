package kontor.order.terms;

import org.jspecify.annotations.Nullable;

/**
 * A payment method as callers see it.
 *
 * @param used whether an order is paid by it
 */
record MethodView(
        Long id,
        Long version,
        String method,
        Integer deadlineDays,
        String meansCode,
        Boolean active,
        Boolean used,
        @Nullable String externalSource,
        @Nullable String externalId) {}
