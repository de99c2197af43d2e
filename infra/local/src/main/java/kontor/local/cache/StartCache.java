package kontor.local.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file of loaded and linked classes; Java starts without it when it is missing or does not fit. */
public record StartCache(Path file) {

    /** An empty one is what a machine's sudden end left. */
    public boolean exists() {
        return file.toFile().length() > 0;
    }

    /** What Java is told to use it. */
    public List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** What Java is told to leave one behind. */
    public List<String> record() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    /** A cache that was cut off must not be taken for a whole one, so it grows beside. */
    private Path unfinished() {
        return Path.of(file + ".new");
    }

    void finish() throws IOException {
        if (!Files.exists(unfinished())) {
            throw new IOException("it was not written");
        }
        Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        forgetUnfinished();
    }

    void forgetUnfinished() throws IOException {
        Files.deleteIfExists(unfinished());
        Files.deleteIfExists(Path.of(unfinished() + ".config"));
    }
}
