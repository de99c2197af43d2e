package kontor.catalog.vat;

import java.math.BigDecimal;
import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A VAT rate shall exist. */
record CreateVatRate(BigDecimal percentage, @Nullable String name, UUID adminId, RequestKey key) {}
