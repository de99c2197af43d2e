package kontor.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kontor.local.process.Leftovers;
import kontor.local.process.Signals;
import kontor.local.reporting.ReportingProcess;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;

/** Stops a stack, whether its launcher still lives or not, and leaves no process behind. */
final class Down {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Folders folders;
    private final Console console = new Console(System.out);

    Down(Folders folders) {
        this.folders = folders;
    }

    int run() {
        // As long as there is a broker to take leave of.
        new ReportingProcess(folders).stop();
        Optional<ProcessHandle> launcher = Leftovers.launcher(folders.run());
        launcher.ifPresent(this::stop);
        boolean leftovers = Leftovers.stop(folders.run(), console);
        console.say(launcher.isPresent() || leftovers ? "Kontor is down." : "Kontor is not up.");
        return 0;
    }

    private void stop(ProcessHandle launcher) {
        Path log = folders.log(Leftovers.LAUNCHER);
        long seen = log.toFile().length();
        Signals.send(launcher.pid(), Launcher.STOP_RULE.signal());
        long end = System.nanoTime() + Launcher.STOP_RULE.limit().toNanos();
        while (!Signals.waitFor(launcher, LOOK) && System.nanoTime() < end) {
            seen = show(log, seen);
        }
        show(log, seen);
        if (launcher.isAlive()) {
            launcher.destroyForcibly();
            Signals.waitFor(launcher, Duration.ofSeconds(10));
        }
    }

    /** What the launcher says goes to its log. */
    private static long show(Path log, long seen) {
        if (!Files.exists(log)) {
            return seen;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.min(seen, file.length()));
            byte[] fresh = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(fresh);
            System.out.print(new String(fresh, StandardCharsets.UTF_8));
            System.out.flush();
            return file.getFilePointer();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
