package kontor.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kontor.local.stack.Trouble;

/** Asks a process to stop, waits, and ends it by force when it does not. */
public final class Signals {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration CHILD_LIMIT = Duration.ofSeconds(2);

    private Signals() {}

    /** Whether it went by itself; what it had started and left behind is ended by force. */
    public static boolean stop(ProcessHandle process, StopRule rule) {
        List<ProcessHandle> children = process.descendants().toList();
        send(process.pid(), rule.signal());
        boolean polite = waitFor(process, rule.limit());
        if (!polite) {
            process.destroyForcibly();
            waitFor(process, KILL_LIMIT);
        }
        for (ProcessHandle child : children) {
            if (!waitFor(child, CHILD_LIMIT)) {
                child.destroyForcibly();
            }
        }
        return polite;
    }

    public static boolean waitFor(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The JDK knows two signals only; the shell's own kill needs no package. */
    public static void send(long pid, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d 2>/dev/null".formatted(signal, pid))
                    .start()
                    .waitFor();
        } catch (IOException cause) {
            throw new Trouble("The program sh, which sends signals, cannot be run; check PATH.", cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
