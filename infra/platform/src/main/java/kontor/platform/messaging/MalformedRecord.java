package kontor.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record that can never be read; it goes to the dead letters with this cause. */
public final class MalformedRecord extends RuntimeException {

    public MalformedRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
