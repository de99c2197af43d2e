package kontor.local.demo;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.local.stack.Trouble;

/**
 * The running shop as a loader sees it.
 *
 * @param gateway where every call goes
 * @param password the one of all demo people
 * @param progress says a line to the person who waits
 */
public record Shop(URI gateway, String password, LogIns logIns, Consumer<String> progress) {

    /** Fresh access tokens by the real log-in. */
    @FunctionalInterface
    public interface LogIns {
        /** The token of a person's log-in, or of the terminal for {@code kiosk}. */
        String token(String login);
    }

    /** None where an older shop's people have gone, or have passwords of their own. */
    Optional<String> tokenOf(String login) {
        try {
            return Optional.of(logIns.token(login));
        } catch (Trouble refused) {
            progress.accept("demo data: %s cannot log in any more and is left out".formatted(login));
            return Optional.empty();
        }
    }
}
