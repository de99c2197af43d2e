package kontor.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * An idempotency key with its scope (G-26).
 *
 * @param caller whose key it is; keys of two callers never meet
 * @param operation method and path
 * @param key 1 to 255 visible ASCII characters, null where none was sent
 * @param fingerprint SHA-256 of the request as it was understood, hexadecimal
 */
public record RequestKey(
        String caller, String operation, @Nullable String key, String fingerprint) {

    public boolean isSent() {
        return key != null;
    }
}
