package kontor.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where things are: the checkout, the state of this stack, and the software that all stacks of a checkout share.
 *
 * @param state what {@code infra/reset} forgets; moved by {@code KONTOR_LOCAL_DIR}
 * @param software unpacked archives, application images and start caches: costly to make, safe to delete
 */
public record Folders(Path checkout, Path state, Path software) {

    /** PostgreSQL alone may keep this much in its log before it recycles it. */
    private static final long SPACE_NEEDED = 3L << 30;

    public static Folders from(Map<String, String> environment) {
        Path checkout = Path.of(Objects.requireNonNull(environment.get("KONTOR_HOME"), "KONTOR_HOME is not set"))
                .toAbsolutePath()
                .normalize();
        Path usual = checkout.resolve("infra/.local");
        String moved = environment.getOrDefault("KONTOR_LOCAL_DIR", "");
        Path state = moved.isBlank() ? usual : Path.of(moved).toAbsolutePath().normalize();
        return new Folders(checkout, state, usual.resolve("software"));
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return state.resolve("run");
    }

    /** Appears when the start is over; says whether every part is ready. */
    public Path readyMark() {
        return run().resolve("ready");
    }

    public Path clockOffset() {
        return state.resolve("clock");
    }

    /** Pictures; the service that keeps them is told where. */
    public Path uploads() {
        return state.resolve("uploads");
    }

    /** Pictures in messages, which all instances of chat-service keep together. */
    public Path attachments() {
        return state.resolve("attachments");
    }

    /** Copies of what reporting keeps in Kafka. */
    public Path reporting() {
        return state.resolve("reporting");
    }

    /** Outlives {@code infra/reset}; moved by {@code KONTOR_BACKUPS}. */
    public Path backups() {
        String moved = System.getenv().getOrDefault("KONTOR_BACKUPS", "");
        return moved.isBlank()
                ? state.resolve("backups")
                : Path.of(moved).toAbsolutePath().normalize();
    }

    /** Stands while a restore is half done. */
    public Path restoreMark() {
        return state.resolve("restore-unfinished");
    }

    public void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.createDirectories(software);
        } catch (IOException cause) {
            throw new Trouble(
                    "The folder %s cannot be written (%s); set KONTOR_LOCAL_DIR to one that can."
                            .formatted(state, cause.getMessage()),
                    cause);
        }
    }

    public void checkSpace() {
        try {
            FileStore disk = Files.getFileStore(state);
            if (disk.getUsableSpace() < SPACE_NEEDED) {
                throw new Trouble(
                        "Only %d MB are free on the disk of %s and Kontor needs %d MB; make room or set KONTOR_LOCAL_DIR to another disk."
                                .formatted(disk.getUsableSpace() >> 20, state, SPACE_NEEDED >> 20));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
