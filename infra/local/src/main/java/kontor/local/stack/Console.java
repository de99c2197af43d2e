package kontor.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The launcher's words: one whole line each, so that they read the same in a terminal, a file and a build log. */
public final class Console {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }

    public void about(String part, String what) {
        say("  %-10s %s".formatted(part, what));
    }

    public void about(String part, String what, Duration took) {
        about(part, "%s (%s)".formatted(what, seconds(took)));
    }

    public Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
