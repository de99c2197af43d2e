package kontor.catalog.packaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** A packaging was created or edited; all columns as they are now. */
record PackagingChanged(
        long packagingId,
        String name,
        int lengthMm,
        int widthMm,
        int heightMm,
        int weightG,
        boolean active,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {}
