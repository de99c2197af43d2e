package kontor.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs actions at the same time and fails if one of them fails. */
public final class Together {

    private Together() {}

    public static void run(int threads, Stream<Runnable> actions) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            actions.forEach(action -> running.add(executor.submit(action)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("An action failed", e.getCause() == null ? e : e.getCause());
        }
    }
}
