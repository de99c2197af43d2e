package kontor.chat.stream;

import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Two threads that meet in every way that Lincheck finds within the bound (ADR 059). Whatever is called meanwhile is
 * followed step by step, so checks within are bare conditions.
 */
final class Meeting {

    private static final int WAYS = 150;

    /** Where all threads see it. */
    static volatile @Nullable Object shared;

    private Meeting() {}

    /** What both use: taken for the own of one of them otherwise, whose steps need not be tried. */
    static <T> T shared(T thing) {
        shared = thing;
        return thing;
    }

    /** Fails with the way that shows the fault, step by step; also if a thread waits for ever. */
    static void inAllWays(Runnable scene) {
        Lincheck.runConcurrentTest(WAYS, scene);
    }

    /** Begins one, does the other, and returns when both are over. */
    static void of(Runnable one, Runnable other) {
        Thread thread = new Thread(one);
        thread.start();
        other.run();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts here.", e);
        }
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("This may not happen.");
        }
    }

    /** Two events may wait for each reader. */
    static StreamSettings settings(int perInstance) {
        return new StreamSettings(5, perInstance, Duration.ofSeconds(10), 2, DataSize.ofKilobytes(1));
    }

    /** Waits for what is told. */
    interface Reading {
        List<Frame> take() throws InterruptedException;
    }

    /** Positions that a reader takes until he has so many, or the stream ends: 1 and 2 give 12. */
    static long read(int number, Reading reading) {
        long read = 0;
        int count = 0;
        boolean ended = false;
        while (count < number && !ended) {
            List<Frame> frames = waitFor(reading);
            for (Frame frame : frames) {
                read = 10 * read + frame.position();
            }
            count += frames.size();
            ended = frames.isEmpty();
        }
        return read;
    }

    private static List<Frame> waitFor(Reading reading) {
        try {
            return reading.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts here.", e);
        }
    }
}
