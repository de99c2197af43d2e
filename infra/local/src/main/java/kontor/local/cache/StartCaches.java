package kontor.local.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kontor.local.process.RunFile;
import kontor.local.process.Signals;
import kontor.local.process.StopRule;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Records the caches that are missing, one after another, at the lowest priority, while the stack already runs: the
 * next start is fast and this one was not delayed.
 */
public final class StartCaches {

    private static final String NAME = "training";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** When it ends the virtual machine writes the cache, for which it starts another one. */
    private static final StopRule STOP_RULE = new StopRule(0, "TERM", Duration.ofMinutes(3));

    /** A leftover is not asked for its cache. */
    private static final StopRule LEFTOVER_RULE = new StopRule(0, "KILL", Duration.ofSeconds(5));

    private final Folders folders;
    private final Console console;
    private volatile boolean stopping;
    private @Nullable Process running;

    public StartCaches(Folders folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    public void recordMissing(List<Rehearsal> rehearsals) {
        List<String> recorded = new ArrayList<>();
        for (Rehearsal rehearsal : rehearsals) {
            try {
                if (!stopping && !rehearsal.cache().exists()) {
                    record(rehearsal);
                    recorded.add(rehearsal.name());
                }
            } catch (IOException | InterruptedException | Trouble cause) {
                if (!stopping) {
                    console.about(
                            rehearsal.name(),
                            "has no start cache (%s); see infra/logs %s".formatted(cause.getMessage(), NAME));
                }
            }
        }
        if (!recorded.isEmpty()) {
            console.say("Start caches are recorded for the next start: " + String.join(", ", recorded));
        }
    }

    private void record(Rehearsal rehearsal) throws IOException, InterruptedException {
        rehearsal.cache().forgetUnfinished();
        ProcessBuilder command = rehearsal.command();
        command.command().addAll(0, List.of("nice", "-n", "19"));
        Path log = folders.log(NAME);
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = launch(command);
        try {
            awaitStart(rehearsal, process);
            rehearsal.exercise();
            Signals.stop(process.toHandle(), STOP_RULE);
            rehearsal.cache().finish();
        } finally {
            process.destroyForcibly();
            RunFile.delete(folders.run(), NAME);
            rehearsal.cleanUp();
        }
    }

    private static void awaitStart(Rehearsal rehearsal, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!rehearsal.hasStarted()) {
            if (process.waitFor(500, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("it did not start");
            }
        }
    }

    private synchronized Process launch(ProcessBuilder command) throws IOException {
        if (stopping) {
            throw new IOException("the stack stops");
        }
        Process started = command.start();
        running = started;
        new RunFile(
                        NAME,
                        started.pid(),
                        started.info().startInstant().orElseThrow(),
                        RunFile.State.STARTING,
                        Instant.now(),
                        "",
                        LEFTOVER_RULE)
                .write(folders.run());
        return started;
    }

    public synchronized void stop() {
        stopping = true;
        Process unfinished = running;
        if (unfinished != null && unfinished.isAlive()) {
            Signals.stop(unfinished.toHandle(), LEFTOVER_RULE);
        }
    }
}
