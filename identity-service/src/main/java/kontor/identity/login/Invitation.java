package kontor.identity.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the member gets in.
 *
 * @param userName what he types
 * @param delivery whether the admin hands over the password or a mail is on its way
 * @param oneTimePassword to be changed at the first log-in; shown once, never kept: a repeated request shows null
 */
record Invitation(
        UUID memberId,
        String userName,
        LogInSettings.Delivery delivery,
        @Nullable String oneTimePassword) {

    Invitation with(String password) {
        return new Invitation(memberId, userName, delivery, password);
    }

    @Override
    public String toString() {
        return "Invitation[" + memberId + "]";
    }
}
