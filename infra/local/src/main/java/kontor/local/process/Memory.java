package kontor.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The share of memory (PSS, in kilobytes) of processes; 0 where the system does not tell. */
public final class Memory {

    private Memory() {}

    public static long ofAlone(ProcessHandle process) {
        return read(process.pid());
    }

    public static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> read(each.pid()))
                .sum();
    }

    private static long read(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:")).findFirst().stream()
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException untold) {
            return 0;
        }
    }
}
