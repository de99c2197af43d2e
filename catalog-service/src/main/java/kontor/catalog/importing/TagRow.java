package kontor.catalog.importing;

import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;

/** A tag of another shop; the flag holds only where there is none of that name here. */
record TagRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Text(max = 24) String name,
        @NotNull Boolean forSale) {}
