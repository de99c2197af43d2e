package kontor.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Locks between processes, by a file that the system unlocks when its holder dies. */
public final class FileLatch {

    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private FileLatch() {}

    /** What is done while nobody else does it. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Waits for the lock. */
    public static <T> T with(Path file, Work<T> work) throws IOException {
        ReentrantLock ours = IN_THIS_PROCESS.computeIfAbsent(file, absent -> new ReentrantLock());
        ours.lock();
        try (FileChannel channel = open(file)) {
            channel.lock();
            return work.run();
        } finally {
            ours.unlock();
        }
    }

    /** Takes the lock for the life of this process, or nothing when another holds it. */
    public static Optional<FileLock> tryForever(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException ours) {
            // Somebody in this process holds it: the same answer.
        }
        channel.close();
        return Optional.empty();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
