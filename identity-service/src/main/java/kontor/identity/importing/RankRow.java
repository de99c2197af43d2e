package kontor.identity.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A rank of another shop; the flags hold only where there is none of that name here.
 *
 * @param debtLimitMinor minor units; null = no limit
 */
record RankRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Text(max = 32) String name,
        @Min(-MOST) @Max(MOST) @Nullable Long debtLimitMinor,
        @NotNull Boolean systemUser,
        @NotNull Boolean active) {

    private static final long MOST = 9_999_999_999L;
}
