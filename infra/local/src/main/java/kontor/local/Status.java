package kontor.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kontor.local.process.Leftovers;
import kontor.local.process.Memory;
import kontor.local.process.Part;
import kontor.local.process.RunFile;
import kontor.local.stack.Console;

/** One line for each part: asked now, not remembered. */
final class Status {

    private static final int NOT_UP = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Stack stack;

    Status(Stack stack) {
        this.stack = stack;
    }

    private record Line(String text, boolean ready, long memory) {}

    int run() throws InterruptedException {
        Path run = stack.folders().run();
        Console console = stack.console();
        Optional<ProcessHandle> launcher = Leftovers.launcher(run);
        console.say(row("part", "pid", "state", "since", "memory", "address"));
        long total = 0;
        boolean allReady = true;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Line>> lines = Stream.concat(stack.parts().stream(), stack.reporting().stream())
                    .map(part -> executor.submit(() -> describe(part)))
                    .toList();
            for (Future<Line> line : lines) {
                console.say(line.get().text());
                total += line.get().memory();
                allReady &= line.get().ready();
            }
        } catch (ExecutionException cause) {
            throw new IllegalStateException(cause);
        }
        if (launcher.isPresent()) {
            long memory = Memory.ofAlone(launcher.get());
            total += memory;
            String since = TIME.format(launcher.get().info().startInstant().orElse(Instant.EPOCH));
            console.say(row("launcher", Long.toString(launcher.get().pid()), "up", since, megabytes(memory), ""));
        }
        console.say(row("", "", "", "", megabytes(total), ""));
        if (launcher.isEmpty()) {
            console.say("The launcher is not up: nothing is watched; infra/up starts it.");
            return NOT_UP;
        }
        return allReady ? 0 : 1;
    }

    private Line describe(Part part) {
        Optional<RunFile> known = RunFile.read(stack.folders().run(), part.name());
        Optional<ProcessHandle> process = known.flatMap(RunFile::process);
        if (known.isEmpty() || process.isEmpty()) {
            String state = known.isEmpty() ? "down" : "dead";
            return new Line(row(part.name(), "-", state, "-", "-", part.url()), false, 0);
        }
        boolean ready = part.isReady();
        RunFile.State told = known.get().state();
        String state = ready
                ? "ready"
                : told == RunFile.State.READY ? "not ready" : told.name().toLowerCase(Locale.ROOT);
        long memory = Memory.ofTree(process.get());
        String since = TIME.format(known.get().since());
        return new Line(
                row(part.name(), Long.toString(known.get().pid()), state, since, megabytes(memory), part.url()),
                ready,
                memory);
    }

    private static String megabytes(long kilobytes) {
        return kilobytes / 1024 + " MB";
    }

    private static String row(String part, String pid, String state, String since, String memory, String address) {
        return "%-10s %8s  %-10s %-15s %9s  %s"
                .formatted(part, pid, state, since, memory, address)
                .stripTrailing();
    }
}
