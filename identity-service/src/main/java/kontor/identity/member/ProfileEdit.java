package kontor.identity.member;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;

/** A merge patch of a member's own data. */
record ProfileEdit(
        Sent<@Text(max = 32) String> firstName,
        @Required Sent<@Text(max = 32) String> lastName,
        Sent<@Text(max = Profile.LOGIN_MAX) @Pattern(regexp = Profile.LOGIN, message = Profile.LOGIN_MESSAGE) String>
                login,

        Sent<@Text(max = 254) @Email(regexp = Profile.EMAIL, message = Profile.EMAIL_MESSAGE) String> email,

        Sent<@Min(1) Long> pictureUploadId) {

    Profile applyTo(Profile current) {
        return new Profile(
                firstName.or(current.firstName()),
                Objects.requireNonNull(lastName.or(current.lastName())),
                login.or(current.login()),
                email.or(current.email()),
                pictureUploadId.or(current.pictureUploadId()));
    }

    boolean mayEndLogIn() {
        return isCleared(login) || isCleared(email);
    }

    private static boolean isCleared(Sent<String> field) {
        return field.isSent() && field.value() == null;
    }
}
