package kontor.invoice.print;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kontor.platform.rejection.Unavailable;
import org.springframework.stereotype.Component;

/** Bounds what is rendered at a time; whoever finds the queue full, or waits too long, gets {@code unavailable}. */
@Component
class PressRoom {

    private final Semaphore presses;
    private final Semaphore places;
    private final Duration patience;

    PressRoom(PrintSettings settings) {
        presses = new Semaphore(settings.parallel(), true);
        places = new Semaphore(settings.parallel() + settings.queue());
        patience = settings.patience();
    }

    <T> T work(Supplier<T> job) {
        if (!places.tryAcquire()) {
            throw new Unavailable("Printing");
        }
        try {
            enter();
            try {
                return job.get();
            } finally {
                presses.release();
            }
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Printing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Printing");
        }
    }
}
