package kontor.catalog.importing.foundation;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import kontor.catalog.core.Percentage;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/** A VAT rate of another shop; the name holds only where there is none of that percentage here. */
record VatRateRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Percentage BigDecimal percentage,
        @Text(max = 50) @Nullable String name) {

    private static final int DECIMALS = 2;

    /** As the database writes it. */
    String stored() {
        return percentage.setScale(DECIMALS).toPlainString();
    }
}
