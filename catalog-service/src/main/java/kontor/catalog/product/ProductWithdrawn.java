package kontor.catalog.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** A product is gone from lists and search; what refers to it still does. */
record ProductWithdrawn(
        long productId,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {}
