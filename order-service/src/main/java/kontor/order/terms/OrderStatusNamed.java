package kontor.order.terms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A status got another name. */
record OrderStatusNamed(
        long orderStatusId,
        String code,
        String name,
        int position,
        UUID actorId,
        @JsonIgnore long version) {}
