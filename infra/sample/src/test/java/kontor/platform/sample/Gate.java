package kontor.platform.sample;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds a request in the middle of its transaction until the test lets it go. */
final class Gate {

    private static final int SECONDS_MAX = 30;

    private final Semaphore visitors = new Semaphore(0);
    private volatile CountDownLatch shut = new CountDownLatch(0);

    void close() {
        visitors.drainPermits();
        shut = new CountDownLatch(1);
    }

    void open() {
        shut.countDown();
    }

    void awaitVisitor() throws InterruptedException {
        if (!visitors.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody came to the gate.");
        }
    }

    void pass() {
        visitors.release();
        try {
            if (!shut.await(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened the gate.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
