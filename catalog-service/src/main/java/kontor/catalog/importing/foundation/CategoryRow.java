package kontor.catalog.importing.foundation;

import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A category of another shop; where there is one of its name here, that one stays in its place.
 *
 * @param parentExternalId another row of this request or of an earlier one; null at top level
 */
record CategoryRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Text(max = 50) String name,
        @Text(max = 40) @Nullable String parentExternalId) {}
