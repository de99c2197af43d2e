package kontor.order.importing;

import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;

/** A status of another shop by the code it has here; statuses cannot be added, and its name stays. */
record StatusRow(
        @NotNull @Text(max = 40) String externalId, @NotNull Standing code) {}
