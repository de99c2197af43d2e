package kontor.local.demo;

import java.net.URI;
import java.util.function.Consumer;

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
}
