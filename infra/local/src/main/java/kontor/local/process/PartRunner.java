package kontor.local.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: start, watch, start again after a pause, until told to stop. */
final class PartRunner implements Runnable {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);
    private static final Duration WATCH_PAUSE = Duration.ofSeconds(5);
    private static final int BROKEN_LIMIT = 3;
    private static final Duration PROVEN = Duration.ofMinutes(1);

    private final Part part;
    private final Supplier<List<PartRunner>> predecessors;
    private final Turns.Place place;
    private final Folders folders;
    private final Console console;

    private final CompletableFuture<Boolean> firstStart = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private volatile boolean ready;

    PartRunner(
            Part part, Supplier<List<PartRunner>> predecessors, Turns.Place place, Folders folders, Console console) {
        this.part = part;
        this.predecessors = predecessors;
        this.place = place;
        this.folders = folders;
        this.console = console;
    }

    Part part() {
        return part;
    }

    /** Whether the first start ended ready. */
    CompletableFuture<Boolean> firstStart() {
        return firstStart;
    }

    @Override
    public void run() {
        try {
            if (predecessors.get().stream().allMatch(one -> one.firstStart().join())) {
                keepRunning();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error unexpected) {
            console.about(part.name(), "is no longer watched: " + unexpected);
        } finally {
            firstStart.complete(false);
        }
    }

    private void keepRunning() throws InterruptedException {
        int failures = 0;
        while (!isStopping()) {
            long begun = System.nanoTime();
            boolean ready = start();
            firstStart.complete(ready);
            boolean restarts = ready && watch();
            if (isStopping()) {
                return;
            }
            if (restarts) {
                console.about(part.name(), "was stopped by infra/restart and is started again");
                continue;
            }
            failures = System.nanoTime() - begun > PROVEN.toNanos() ? 0 : failures;
            Duration pause = Backoff.after(failures++);
            console.about(part.name(), "is started again in " + Console.seconds(pause));
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The first starts take turns; a part that died under load is wanted back at once. */
    private boolean start() throws InterruptedException {
        boolean takesTurns = part.isCostlyToStart() && !firstStart.isDone();
        if (takesTurns) {
            place.take();
        }
        try {
            return !isStopping() && startOnce();
        } catch (Trouble trouble) {
            console.about(part.name(), "cannot start: " + trouble.getMessage());
            end();
            return false;
        } catch (RuntimeException unexpected) {
            console.about(part.name(), "cannot start: " + unexpected);
            end();
            return false;
        } finally {
            if (takesTurns) {
                place.giveBack();
            }
        }
    }

    private boolean startOnce() throws InterruptedException {
        long begun = System.nanoTime();
        ready = false;
        part.prepare();
        Process started = launch();
        if (started == null) {
            return false;
        }
        long launched = System.nanoTime();
        while (!part.isReady()) {
            if (started.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                reportEnd(started, "ended while it was starting");
                return false;
            }
            if (System.nanoTime() - launched > part.startLimit().toNanos()) {
                console.about(
                        part.name(),
                        "was not ready within %s; see infra/logs %s"
                                .formatted(Console.seconds(part.startLimit()), part.name()));
                Signals.stop(started.toHandle(), part.stopRule());
                return false;
            }
        }
        part.complete();
        ready = true;
        RunFile.of(part, started.toHandle(), RunFile.State.READY).write(folders.run());
        console.about(part.name(), "ready", Duration.ofNanos(System.nanoTime() - begun));
        return true;
    }

    /** Null when the stack began to stop meanwhile: either a stop sees the process, or it is never started. */
    private synchronized @Nullable Process launch() {
        if (isStopping()) {
            return null;
        }
        Process started = Launching.launch(part, folders);
        process = started;
        RunFile.of(part, started.toHandle(), RunFile.State.STARTING).write(folders.run());
        return started;
    }

    /** Until it ends; whether somebody stopped it in order to have it started again. */
    private boolean watch() throws InterruptedException {
        Process watched = process;
        if (watched == null) {
            return false;
        }
        int broken = 0;
        while (!watched.waitFor(WATCH_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            broken = !isStopping() && part.isBroken() ? broken + 1 : 0;
            if (broken == BROKEN_LIMIT) {
                console.about(part.name(), "says that it cannot go on and is stopped");
                Signals.stop(watched.toHandle(), part.stopRule());
            }
        }
        if (isToldToStop()) {
            return true;
        }
        reportEnd(watched, "ended");
        return false;
    }

    /** The run file says so before the signal comes. */
    private boolean isToldToStop() {
        return RunFile.read(folders.run(), part.name())
                .filter(run -> run.state() == RunFile.State.STOPPING)
                .isPresent();
    }

    private void reportEnd(Process ended, String how) {
        if (isStopping()) {
            return;
        }
        RunFile.of(part, ended.toHandle(), RunFile.State.WAITING).write(folders.run());
        console.about(part.name(), "%s with code %d; see infra/logs %s".formatted(how, ended.exitValue(), part.name()));
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void end() {
        Process unfit = process;
        if (unfit != null && unfit.isAlive()) {
            Signals.stop(unfit.toHandle(), part.stopRule());
        }
    }

    /** From now on nothing is started again; a process that runs goes on until {@link #stop()}. */
    synchronized void forbidStarts() {
        stopping.countDown();
    }

    void stop() {
        Process running = process;
        if (running != null && running.isAlive()) {
            long begun = System.nanoTime();
            RunFile.of(part, running.toHandle(), RunFile.State.STOPPING).write(folders.run());
            StopRule rule = ready ? part.stopRule() : part.stopRule().whileStarting();
            boolean polite = Signals.stop(running.toHandle(), rule);
            console.about(part.name(), polite ? "stopped" : "killed", Duration.ofNanos(System.nanoTime() - begun));
        }
        RunFile.delete(folders.run(), part.name());
    }
}
