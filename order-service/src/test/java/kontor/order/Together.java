package kontor.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs actions at the same time and fails if one of them fails. */
public final class Together {

    private static final int THREADS = 8;

    private Together() {}

    /** What the actions gave, in the order of their numbers, which start at 0. */
    public static <T> List<T> all(int number, IntFunction<T> action) {
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> actions = IntStream.range(0, number)
                    .<Callable<T>>mapToObj(n -> () -> action.apply(n))
                    .toList();
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
