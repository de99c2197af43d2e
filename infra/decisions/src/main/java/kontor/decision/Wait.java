package kontor.decision;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * How long a caller waits for a decision (G-29): {@code Prefer: wait=n} in seconds, 2 unless sent, 10 at most. What is
 * no such preference is none, as RFC 7240 wants it.
 *
 * @param isPreferred whether the caller has said so, and is told in {@code Preference-Applied}
 */
public record Wait(Duration limit, boolean isPreferred) {

    private static final Pattern PREFERENCE = Pattern.compile("\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(;.*)?");
    private static final int USUAL_SECONDS = 2;
    private static final int MOST_SECONDS = 10;

    public static Wait of(@Nullable List<String> preferences) {
        for (String preference : preferences == null ? List.<String>of() : preferences) {
            for (String part : preference.split(",", -1)) {
                Matcher matcher = PREFERENCE.matcher(part);
                if (matcher.matches()) {
                    return new Wait(seconds(Math.min(MOST_SECONDS, Integer.parseInt(matcher.group(1)))), true);
                }
            }
        }
        return new Wait(seconds(USUAL_SECONDS), false);
    }

    /** Says what was applied. */
    public void applyTo(HttpHeaders headers) {
        if (isPreferred) {
            headers.set("Preference-Applied", "wait=" + limit.toSeconds());
        }
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
