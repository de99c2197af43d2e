package kontor.catalog.tag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** A tag was created, edited or deleted; all columns as they are now. */
public record TagChanged(
        long tagId,
        String name,
        boolean forSale,
        boolean deleted,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {}
