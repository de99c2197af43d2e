package kontor.identity.importing.customer;

import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;
import kontor.platform.web.Verbatim;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The password that a member had in the other shop; he changes it when he first logs in (G-43).
 *
 * @param externalId of the member
 */
record LogInRow(
        @NotNull @Text(max = 40) String externalId,

        @NotNull
        @Text(min = 8, max = 64, message = "must be of 8 to 64 characters")
        @JsonDeserialize(using = Verbatim.class)
        String password) {

    @Override
    public String toString() {
        return "LogInRow[" + externalId + "]";
    }
}
