package kontor.catalog.vat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A VAT rate was created, edited or deleted; all columns as they are now. */
public record VatRateChanged(
        long vatRateId,
        BigDecimal percentage,
        @Nullable String name,
        Instant validFrom,
        boolean deleted,
        UUID adminId,
        @JsonIgnore long version) {}
