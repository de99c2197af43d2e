package kontor.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/** Runs one part alone for a piece of work, while the shop is down; whatever happens it is stopped again. */
public final class Interlude {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);

    private final Part part;
    private final Folders folders;

    public Interlude(Part part, Folders folders) {
        this.part = part;
        this.folders = folders;
    }

    /** What is done while the part is ready. */
    @FunctionalInterface
    public interface Work {

        void run() throws IOException, InterruptedException;
    }

    /** The part has been prepared; the command may differ from its own. */
    public void during(ProcessBuilder command, Work work) throws IOException, InterruptedException {
        Process process = start(command);
        try {
            awaitReady(process);
            work.run();
        } finally {
            Signals.stop(process.toHandle(), part.stopRule());
            RunFile.delete(folders.run(), part.name());
        }
    }

    /** The run file lets {@code infra/down} find it should this process be killed. */
    private Process start(ProcessBuilder command) {
        command.redirectInput(Path.of("/dev/null").toFile());
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folders.log(part.name()).toFile()));
        try {
            Process process = command.start();
            RunFile.of(part, process.toHandle(), RunFile.State.STARTING).write(folders.run());
            return process;
        } catch (IOException cause) {
            throw new Trouble(
                    "%s cannot be run (%s).".formatted(command.command().getFirst(), cause.getMessage()), cause);
        }
    }

    private void awaitReady(Process process) throws InterruptedException {
        long end = System.nanoTime() + part.startLimit().toNanos();
        while (!part.isReady()) {
            boolean ended = process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > end) {
                throw new Trouble("%s did not become ready; its last lines are in %s."
                        .formatted(part.name(), folders.log(part.name())));
            }
        }
    }
}
