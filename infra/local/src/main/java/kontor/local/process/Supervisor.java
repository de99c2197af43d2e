package kontor.local.process;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;

/**
 * Runs the parts of a stack: each as soon as what it starts after is ready, each again when it ends, all down in order.
 */
public final class Supervisor {

    private static final int STARTS_AT_A_TIME = 2;

    private final List<PartRunner> runners;
    private final Folders folders;
    private final Console console;
    private volatile boolean stopping;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Supervisor(List<Part> parts, Folders folders, Console console) {
        this.folders = folders;
        this.console = console;
        Turns turns = new Turns(STARTS_AT_A_TIME);
        this.runners = IntStream.range(0, parts.size())
                .mapToObj(rank -> runner(parts.get(rank), turns.at(rank)))
                .toList();
    }

    private PartRunner runner(Part part, Turns.Place place) {
        return new PartRunner(part, () -> predecessorsOf(part), place, folders, console);
    }

    private List<PartRunner> predecessorsOf(Part part) {
        return runners.stream()
                .filter(runner -> part.startsAfter().contains(runner.part().name()))
                .toList();
    }

    public void start() {
        runners.forEach(runner -> Thread.ofVirtual().name(runner.part().name()).start(runner));
        Thread.ofVirtual().name("logs").start(this::boundLogs);
    }

    private void boundLogs() {
        try {
            while (!stopped.await(1, TimeUnit.MINUTES)) {
                boundLogsOnce();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void boundLogsOnce() {
        try {
            LogFiles.bound(folders.logs());
        } catch (UncheckedIOException cause) {
            console.say("The logs could not be shortened: " + cause.getMessage());
        }
    }

    /** Waits for every first start, or for the first vital part that fails; answers the parts that are not ready. */
    public List<Part> awaitFirstStarts() {
        for (PartRunner runner : runners) {
            boolean ready = runner.firstStart().join();
            if (!ready && runner.part().isVital()) {
                return List.of(runner.part());
            }
        }
        return runners.stream()
                .filter(runner -> !runner.firstStart().join())
                .map(PartRunner::part)
                .toList();
    }

    /** Wave after wave; within a wave all at once. */
    public synchronized void stop() {
        stopping = true;
        runners.forEach(PartRunner::forbidStarts);
        SortedMap<Integer, List<PartRunner>> waves = runners.stream()
                .collect(Collectors.groupingBy(
                        runner -> runner.part().stopRule().wave(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<Integer, List<PartRunner>> wave : waves.entrySet()) {
            List<Thread> stops = wave.getValue().stream()
                    .map(runner -> Thread.ofVirtual().start(runner::stop))
                    .toList();
            stops.forEach(Supervisor::join);
        }
        stopped.countDown();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    public void awaitStop() throws InterruptedException {
        stopped.await();
    }
}
