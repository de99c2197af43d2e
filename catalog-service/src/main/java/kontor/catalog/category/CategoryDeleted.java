package kontor.catalog.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A category without products and children is gone; its last columns. */
public record CategoryDeleted(
        long categoryId,
        String name,
        @Nullable Long parentId,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {}
