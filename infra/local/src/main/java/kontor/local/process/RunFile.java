package kontor.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import kontor.local.stack.PropertyFile;

/**
 * What is known on disk about a process, so that it can be found and stopped after the launcher itself has died.
 *
 * @param started when the system started the process: a process with the same number and another start is a stranger
 */
public record RunFile(
        String name, long pid, Instant started, State state, Instant since, String url, StopRule stopRule) {

    /** The system computes start times from clock ticks, so two readings may differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** What the launcher last knew of the part. */
    public enum State {
        STARTING,
        READY,
        STOPPING,
        WAITING
    }

    public static RunFile of(Part part, ProcessHandle process, State state) {
        return new RunFile(
                part.name(),
                process.pid(),
                process.info().startInstant().orElse(Instant.EPOCH),
                state,
                Instant.now(),
                part.url(),
                part.stopRule());
    }

    /** The process, if it still is the one that was written down. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle candidate) {
        return candidate
                .info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    public void write(Path folder) {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("started", started.toString());
        values.setProperty("state", state.name());
        values.setProperty("since", since.toString());
        values.setProperty("url", url);
        values.setProperty("wave", Integer.toString(stopRule.wave()));
        values.setProperty("signal", stopRule.signal());
        values.setProperty("limit", stopRule.limit().toString());
        PropertyFile.write(file(folder, name), values);
    }

    public static Optional<RunFile> read(Path folder, String name) {
        Path file = file(folder, name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = PropertyFile.read(file);
        return Optional.of(new RunFile(
                name,
                Long.parseLong(values.getProperty("pid")),
                Instant.parse(values.getProperty("started")),
                State.valueOf(values.getProperty("state")),
                Instant.parse(values.getProperty("since")),
                values.getProperty("url"),
                new StopRule(
                        Integer.parseInt(values.getProperty("wave")),
                        values.getProperty("signal"),
                        Duration.parse(values.getProperty("limit")))));
    }

    public static List<RunFile> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid") && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .flatMap(name -> read(folder, name).stream())
                    .sorted(Comparator.comparingInt(run -> run.stopRule().wave()))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public static void delete(Path folder, String name) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".pid");
    }
}
