package kontor.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bounds the logs: a file that has grown too long is copied aside and emptied. The parts write in append mode straight
 * into the files, so that they neither block nor die when the launcher does.
 */
final class LogFiles {

    static final long LONGEST = 16L << 20;

    private LogFiles() {}

    static void bound(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".log"))
                    .filter(LogFiles::isTooLong)
                    .toList();
            for (Path file : tooLong) {
                Files.copy(file, Path.of(file + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(0);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean isTooLong(Path file) {
        return file.toFile().length() > LONGEST;
    }
}
