package kontor.identity.registration;

import java.util.UUID;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.member.Profile;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * Make somebody a member.
 *
 * @param logIn the log-in begun for him, null without one
 * @param isAnonymous nobody is signed in, so he himself is the actor
 */
record RegisterMember(
        UUID memberId, Profile profile, @Nullable OpenedLogIn logIn, boolean isAnonymous, RequestKey key) {

    RegisterMember with(OpenedLogIn opened) {
        return new RegisterMember(memberId, profile, opened, isAnonymous, key);
    }
}
