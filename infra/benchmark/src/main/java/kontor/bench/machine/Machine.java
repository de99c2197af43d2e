package kontor.bench.machine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import kontor.local.process.RunFile;

/** The processes of a running shop, this one included, and what they use. */
public final class Machine {

    /** This very process. */
    public static final String GENERATOR = "load generator";

    /** One server for all databases, of which each is a part by itself: this name, a blank and the service. */
    public static final String DATABASES = "postgres";

    private final Path runFolder;

    public Machine(Path runFolder) {
        this.runFolder = runFolder;
    }

    /** What was used while the action ran. */
    public <T> Measured<T> measure(Supplier<T> action) {
        Usage.Snapshot begin = snapshot();
        T result = action.get();
        return new Measured<>(result, Usage.between(begin, snapshot()));
    }

    /** A result and its cost. */
    public record Measured<T>(T result, Usage usage) {}

    /** Memory (PSS) by part. */
    public Map<String, Long> memory(List<String> parts) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        parts.forEach(part -> process(part).ifPresent(process -> bytes.put(part, ProcFiles.memoryBytes(process))));
        return bytes;
    }

    public String description() {
        long memory = ProcFiles.memoryTotal().orElse(0);
        return "%d cores (%s), %d GiB memory, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ProcFiles.processorModel(),
                        Math.round(memory / (double) (1 << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    /** The launcher's run files are read each time: a part that was restarted is another process. */
    private Usage.Snapshot snapshot() {
        Map<String, Long> micros = new TreeMap<>();
        for (RunFile run : RunFile.readAll(runFolder)) {
            // The parts are children of the launcher, whose own use would count theirs twice.
            if (!run.name().equals("launcher")) {
                run.process().ifPresent(process -> micros.putAll(microsOf(run.name(), process)));
            }
        }
        micros.put(GENERATOR, ProcFiles.cpuMicros(ProcessHandle.current()));
        return new Usage.Snapshot(micros, ProcFiles.machineMicros(), System.nanoTime());
    }

    private static Map<String, Long> microsOf(String part, ProcessHandle process) {
        return part.equals(DATABASES)
                ? ProcFiles.databaseMicros(part, process)
                : Map.of(part, ProcFiles.cpuMicros(process));
    }

    private Optional<ProcessHandle> process(String part) {
        return RunFile.read(runFolder, part).flatMap(RunFile::process);
    }
}
