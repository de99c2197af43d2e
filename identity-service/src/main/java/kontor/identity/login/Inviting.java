package kontor.identity.login;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import kontor.identity.keycloak.Account;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.keycloak.Password;
import kontor.identity.login.LogInSettings.Delivery;
import kontor.identity.member.Profile;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;

/** Giving a log-in to who has none: Keycloak first, outside of the transaction, then the member. */
@Service
class Inviting {

    /** Without characters that are mistaken for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final LogInGiving giving;
    private final LogIns logIns;
    private final LogInSettings settings;
    private final Replies replies;
    private final SecureRandom random = new SecureRandom();

    Inviting(LogInGiving giving, LogIns logIns, LogInSettings settings, Replies replies) {
        this.giving = giving;
        this.logIns = logIns;
        this.settings = settings;
        this.replies = replies;
    }

    Invitation invite(Invite command) {
        return replies.stored(command.key(), Invitation.class).orElseGet(() -> begin(command));
    }

    private Invitation begin(Invite command) {
        Profile profile = giving.look(command);
        String password = oneTimePassword();
        OpenedLogIn opened = logIns.open(
                new Account(
                        command.memberId(), profile.login(), profile.email(), profile.firstName(), profile.lastName()),
                new Password(password, true),
                () -> giving.isTaken(command));
        Invitation invitation;
        try {
            invitation = giving.give(command, opened, delivery(profile));
        } catch (RuntimeException failed) {
            logIns.abandon(opened);
            throw failed;
        }
        logIns.settle(opened);
        return invitation.delivery() == Delivery.PRINT ? invitation.with(password) : invitation;
    }

    private Delivery delivery(Profile profile) {
        return profile.email() == null ? Delivery.PRINT : settings.delivery();
    }

    private String oneTimePassword() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
