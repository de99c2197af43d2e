package kontor.identity.importing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A member of another shop, without log-in here.
 *
 * @param pictureUploadId an upload of purpose MEMBER, looked at when it is shown
 */
public record MemberRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull Instant createdAt,
        @Text(max = 32) @Nullable String firstName,
        @NotNull @Text(max = 32) String lastName,
        @Min(1) @Nullable Long pictureUploadId) {

    String displayName() {
        return firstName == null ? lastName : firstName + " " + lastName;
    }
}
