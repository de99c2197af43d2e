package kontor.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kontor.local.stack.Trouble;

/** Asks a process to stop, waits, and ends it by force when it does not. */
public final class Signals {

    private Signals() {}

    /** Whether it went by itself. */
    public static boolean stop(ProcessHandle process, StopRule rule) {
        send(process.pid(), rule.signal());
        if (waitFor(process, rule.limit())) {
            return true;
        }
        process.destroyForcibly();
        waitFor(process, Duration.ofSeconds(10));
        return false;
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
