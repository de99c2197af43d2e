package kontor.importer.calls;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a token and fetches the next one before it ends: an import lasts longer than its five minutes. */
public final class Session {

    private static final Duration FRESH = Duration.ofMinutes(4);

    private final Supplier<String> logIn;
    private @Nullable String token;
    private long until;

    public Session(Supplier<String> logIn) {
        this.logIn = logIn;
    }

    String token() {
        @Nullable String current = token;
        if (current == null || System.nanoTime() - until > 0) {
            current = logIn.get();
            token = current;
            until = System.nanoTime() + FRESH.toNanos();
        }
        return current;
    }

    /** The shop did not accept it. */
    void forget() {
        token = null;
    }
}
