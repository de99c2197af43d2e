package kontor.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads what Linux tells about CPU time and memory. */
final class ProcFiles {

    /** Ticks in /proc are hundredths of a second wherever this runs. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final Path PROC = Path.of("/proc");

    private static final Pattern CONNECTION = Pattern.compile("postgres: \\w+ kontor_(\\w+) ");

    private ProcFiles() {}

    /** CPU time of a process and all below it, those included that have ended and were waited for; 0 if it is gone. */
    static long cpuMicros(ProcessHandle process) {
        return tree(process).map(ProcFiles::ownMicros).sum();
    }

    /**
     * CPU time of a PostgreSQL server, under {@code postgres ledger} what was used for the database of that service:
     * its connections say in their titles whose they are.
     */
    static Map<String, Long> databaseMicros(String name, ProcessHandle server) {
        Map<String, Long> micros = new TreeMap<>();
        tree(server).forEach(pid -> micros.merge(name + databaseOf(title(pid)), ownMicros(pid), Long::sum));
        return micros;
    }

    /** A blank and the service, if the title is that of a connection to a database of the shop. */
    static String databaseOf(String title) {
        Matcher connection = CONNECTION.matcher(title);
        return connection.lookingAt() ? " " + connection.group(1) : "";
    }

    private static String title(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** Its share of memory and that of all below it, in bytes; 0 where the system does not tell. */
    static long memoryBytes(ProcessHandle process) {
        return tree(process).map(ProcFiles::shareOfMemory).sum();
    }

    private static LongStream tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(ProcessHandle::pid);
    }

    private static long ownMicros(long pid) {
        try {
            return microsOf(Files.readString(PROC.resolve(pid + "/stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * User and system time, own and of ended children: fields 14 to 17, counted behind the name, which may hold
     * blanks.
     */
    static long microsOf(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return LongStream.rangeClosed(11, 14)
                        .map(field -> Long.parseLong(fields[(int) field]))
                        .sum()
                * MICROS_PER_TICK;
    }

    private static long shareOfMemory(long pid) {
        try {
            return pssBytes(Files.readString(PROC.resolve(pid + "/smaps_rollup")));
        } catch (IOException untold) {
            return 0;
        }
    }

    static long pssBytes(String rollup) {
        return rollup.lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    /** Time the whole machine was busy: all but idle and waiting for disks; guests are part of user time. */
    static long machineMicros() {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            return lines.findFirst().map(ProcFiles::busyMicros).orElse(0L);
        } catch (IOException untold) {
            return 0;
        }
    }

    static long busyMicros(String line) {
        String[] fields = line.trim().split(" +", -1);
        long ticks = 0;
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            ticks += field < fields.length ? Long.parseLong(fields[field]) : 0;
        }
        return ticks * MICROS_PER_TICK;
    }

    static OptionalLong memoryTotal() {
        try (Stream<String> lines = Files.lines(PROC.resolve("meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException untold) {
            return OptionalLong.empty();
        }
    }

    static String processorModel() {
        try (Stream<String> lines = Files.lines(PROC.resolve("cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException untold) {
            return "unknown processor";
        }
    }
}
