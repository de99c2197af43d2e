package kontor.e2e;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a token and fetches the next one before it ends. */
final class Session implements Supplier<@Nullable String> {

    private static final Duration FRESH = Duration.ofMinutes(4);

    private final Supplier<String> logIn;
    private @Nullable String token;
    private long until;

    Session(Supplier<String> logIn) {
        this.logIn = logIn;
    }

    @Override
    public synchronized @Nullable String get() {
        if (token == null || System.nanoTime() > until) {
            token = logIn.get();
            until = System.nanoTime() + FRESH.toNanos();
        }
        return token;
    }
}
