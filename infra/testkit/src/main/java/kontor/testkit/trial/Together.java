package kontor.testkit.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs actions at the same time and fails if one of them fails. */
public final class Together {

    private static final int THREADS = 8;

    private Together() {}

    /** What the actions gave, in their order; each has a thread of its own. */
    public static <T> List<T> all(List<Callable<T>> actions) {
        return all(actions.size(), actions);
    }

    /** What the actions gave, in the order of their numbers, which start at 0; eight are at work at a time. */
    public static <T> List<T> all(int number, IntFunction<T> action) {
        return all(
                THREADS,
                IntStream.range(0, number)
                        .<Callable<T>>mapToObj(n -> () -> action.apply(n))
                        .toList());
    }

    /** As many at a time as there are threads. */
    public static void run(int threads, Stream<Runnable> actions) {
        all(threads, actions.map(Executors::callable).toList());
    }

    private static <T> List<T> all(int threads, List<Callable<T>> actions) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : executor.invokeAll(actions)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("An action failed", e.getCause() == null ? e : e.getCause());
        }
    }
}
