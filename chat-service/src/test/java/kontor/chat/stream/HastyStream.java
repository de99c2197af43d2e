package kontor.chat.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An {@link OpenStream} with a fault planted, which the check has to find: what is told between reading and emptying is
 * lost.
 */
final class HastyStream {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private volatile List<Frame> waiting = List.of();

    void offer(Frame frame) {
        lock.lock();
        try {
            List<Frame> more = new ArrayList<>(waiting);
            more.add(frame);
            waiting = more;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    List<Frame> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                news.await();
            }
        } finally {
            lock.unlock();
        }
        List<Frame> taken = waiting;
        waiting = List.of();
        return taken;
    }
}
