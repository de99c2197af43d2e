package kontor.chat.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one reader, bounded in number and size. Whoever tells never waits for him: a reader who is too slow is
 * cut off, and what waited for him is given up.
 */
final class OpenStream {

    private final UUID id = UUID.randomUUID();
    private final UUID memberId;
    private final long begun = System.nanoTime();
    private final Duration goodFor;
    private final int waitingMax;
    private final long bytesMax;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private List<Frame> waiting = new ArrayList<>();
    private long bytes;
    private @Nullable Ending ending;

    /** @param goodFor how long the token is */
    OpenStream(UUID memberId, Duration goodFor, StreamSettings settings) {
        this.memberId = memberId;
        this.goodFor = goodFor;
        this.waitingMax = settings.waitingMax();
        this.bytesMax = settings.waitingSizeMax().toBytes();
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    void offer(Frame frame) {
        lock.lock();
        try {
            if (ending != null) {
                return;
            }
            if (waiting.size() == waitingMax || bytes + frame.bytes().length > bytesMax) {
                waiting = new ArrayList<>();
                bytes = 0;
                ending = Ending.TOO_SLOW;
            } else {
                waiting.add(frame);
                bytes += frame.bytes().length;
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What waits is still told; the first reason stays. */
    void end(Ending why) {
        lock.lock();
        try {
            if (ending == null) {
                ending = why;
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    void endWithToken() {
        if (System.nanoTime() - begun > goodFor.toNanos()) {
            end(Ending.TOKEN_ENDED);
        }
    }

    @Nullable
    Ending ending() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that waits, as soon as anything does; nothing once the stream ends. Without a time limit, because setting and
     * stopping a clock for each event of thousands of readers is felt.
     */
    List<Frame> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && ending == null) {
                news.await();
            }
            if (waiting.isEmpty()) {
                return List.of();
            }
            List<Frame> taken = waiting;
            waiting = new ArrayList<>();
            bytes = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
