package kontor.chat.stream;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kontor.chat.live.LiveLogged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows the live log and tells each row to the streams of this instance that it concerns, in the order of the log.
 * Woken by what this instance logs, and polling for what others do.
 */
@Component
class FanOut implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(80);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

    private final OpenStreams streams;
    private final LiveRows rows;
    private final Duration beat;

    /** Held while a page is read and told, so that a stream begins between two of them. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Semaphore signal = new Semaphore(0);
    private long reached;
    private long beaten = System.nanoTime();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    FanOut(OpenStreams streams, LiveRows rows, StreamSettings settings) {
        this.streams = streams;
        this.rows = rows;
        this.beat = settings.beat();
    }

    /** From now on the stream is told everything behind the position that this gives. */
    long begin(OpenStream stream) {
        turn.lock();
        try {
            if (streams.isEmpty()) {
                reached = rows.extent().newest();
            }
            streams.add(stream);
            return reached;
        } finally {
            turn.unlock();
        }
    }

    @TransactionalEventListener
    void on(LiveLogged logged) {
        wake();
    }

    private void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public void start() {
        streams.letIn();
        running = true;
        thread = Thread.ofPlatform().name("fan-out").daemon().start(this::run);
    }

    /** First of all: the web server waits for requests, and a stream is one that would not end by itself. */
    @Override
    public void stop() {
        streams.endAll(Ending.STOPPING);
        running = false;
        wake();
        try {
            thread.join(STOPPED_WITHIN);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (running) {
            try {
                pause = tellNews() ? SHORTEST_PAUSE : longer(pause);
            } catch (RuntimeException | Error e) {
                LOG.error("The live log was not read and is tried again: {}", e.toString());
                pause = PAUSE_AFTER_FAILURE;
            }
            beat();
            await(pause);
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Nobody listens: nothing is read, and who comes first looks where the log is. */
    private boolean tellNews() {
        if (streams.isEmpty()) {
            return false;
        }
        boolean told = false;
        List<LiveRow> page;
        do {
            page = tellPage();
            told |= !page.isEmpty();
        } while (page.size() == LiveRows.PAGE);
        return told;
    }

    private List<LiveRow> tellPage() {
        turn.lock();
        try {
            List<LiveRow> page = rows.newer(reached);
            for (LiveRow row : page) {
                tell(row);
                reached = row.position();
            }
            return page;
        } finally {
            turn.unlock();
        }
    }

    private void tell(LiveRow row) {
        List<UUID> here = row.members().stream().filter(streams::has).toList();
        if (!here.isEmpty()) {
            Frame frame = row.frame();
            here.forEach(member -> streams.tell(member, frame));
        }
    }

    /** In turn with the rows, so that a reader has all that lies before the position he is given. */
    private void beat() {
        if (System.nanoTime() - beaten < beat.toNanos()) {
            return;
        }
        beaten = System.nanoTime();
        turn.lock();
        try {
            streams.tellAll(Frame.beat(reached));
        } finally {
            turn.unlock();
        }
    }

    private void await(Duration most) {
        try {
            if (signal.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
