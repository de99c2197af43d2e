package kontor.order.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;

/** A payment method of another shop; the days hold only where there is none of that name here. */
record MethodRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Text(max = 40) String method,
        @NotNull @Min(0) @Max(DAYS_MOST) Integer deadlineDays) {

    private static final long DAYS_MOST = 3_650;
}
