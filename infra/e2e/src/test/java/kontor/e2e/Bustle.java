package kontor.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import kontor.e2e.Client.Answer;

/** What goes on in a shop all the time, until it is closed: each does his deed again and again. */
final class Bustle implements AutoCloseable {

    private final ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> doing = new ArrayList<>();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    /** One request, or some that belong together, with a key that is new each time. */
    @FunctionalInterface
    interface Deed {

        Answer with(String key);
    }

    /** Does it from now on, with a pause after each. */
    void go(String what, Duration pause, Predicate<Answer> isGood, Deed deed) {
        doing.add(all.submit(() -> {
            while (!isOver) {
                attempt(what, isGood, deed);
                LockSupport.parkNanos(pause.toNanos());
            }
        }));
    }

    private void attempt(String what, Predicate<Answer> isGood, Deed deed) {
        try {
            Answer answer = deed.with(UUID.randomUUID().toString());
            if (isGood.test(answer)) {
                done.merge(what, 1, Integer::sum);
            } else {
                failures.add(what + ": " + answer);
            }
        } catch (RuntimeException unanswered) {
            failures.add(what + ": " + unanswered);
        }
    }

    /** How often each was done, once all have come to their end. */
    Map<String, Integer> end() throws InterruptedException, ExecutionException {
        isOver = true;
        for (Future<?> one : doing) {
            one.get();
        }
        return Map.copyOf(done);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        isOver = true;
        all.close();
    }
}
