package kontor.gateway.breaker;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the caller lets an operation wait for another service's decision: {@code Prefer: wait=n} (G-29). */
final class WaitingTime {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\\b");

    private WaitingTime() {}

    static Duration asked(@Nullable List<String> prefer, Duration max) {
        if (prefer == null) {
            return Duration.ZERO;
        }
        for (String line : prefer) {
            Matcher wait = WAIT.matcher(line);
            if (wait.find()) {
                Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
                return asked.compareTo(max) > 0 ? max : asked;
            }
        }
        return Duration.ZERO;
    }
}
