package kontor.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kontor.local.process.RunFile;

/**
 * How long the newest start of the shop took, from the launcher's run files.
 *
 * @param all from the start of the launcher to readiness of everything
 * @param application from the moment PostgreSQL, Kafka and Keycloak were ready to the last service's readiness
 */
public record StartTimes(Duration all, Duration application) {

    private static final List<String> NEEDED = List.of("postgres", "kafka", "keycloak");

    /**
     * Empty once a part was started again, because then nobody knows any more, and at the very first start, when
     * services do not wait until Keycloak is built.
     */
    public static Optional<StartTimes> newest(Path runFolder, Path readyMark, Collection<String> deployables) {
        Optional<Instant> begun = RunFile.read(runFolder, "launcher").map(RunFile::started);
        Optional<Instant> needed = last(runFolder, NEEDED);
        Optional<Instant> ready = last(runFolder, deployables);
        if (begun.isEmpty()
                || needed.isEmpty()
                || ready.isEmpty()
                || ready.get().isBefore(needed.get())
                || ready.get().isAfter(modified(readyMark))) {
            return Optional.empty();
        }
        return Optional.of(new StartTimes(
                Duration.between(begun.get(), ready.get()), Duration.between(needed.get(), ready.get())));
    }

    private static Optional<Instant> last(Path runFolder, Collection<String> parts) {
        List<Instant> times = parts.stream()
                .flatMap(part -> RunFile.read(runFolder, part).stream())
                .filter(run -> run.state() == RunFile.State.READY)
                .map(RunFile::since)
                .toList();
        return times.size() < parts.size() ? Optional.empty() : times.stream().max(Comparator.naturalOrder());
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MIN;
        }
    }
}
