package kontor.order.terms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A payment method was added, edited or deleted; all columns as they are now. */
public record PaymentMethodChanged(
        long paymentMethodId,
        String method,
        int deadlineDays,
        String meansCode,
        boolean active,
        boolean deleted,
        UUID actorId,
        @JsonIgnore long version) {}
