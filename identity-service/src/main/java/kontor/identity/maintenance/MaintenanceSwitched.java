package kontor.identity.maintenance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maintenance mode was switched on or off for the whole shop (I-19, G-37). */
record MaintenanceSwitched(
        @JsonIgnore long version, boolean on, @Nullable String message, UUID adminId, Instant at) {}
