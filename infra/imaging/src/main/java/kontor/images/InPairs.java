package kontor.images;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.local.stack.Console;
import kontor.local.stack.Trouble;

/** Two images at a time: a start of a service is one thread's work for the most part. */
record InPairs(Console console) {

    /** What makes one. */
    @FunctionalInterface
    interface Maker {
        ImageFile make(Recipe recipe) throws IOException, InterruptedException;
    }

    List<ImageFile> map(List<Recipe> recipes, Maker maker) throws InterruptedException, IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<ImageFile>> futures = recipes.stream()
                    .map(recipe -> workers.submit(() -> timed(recipe, maker)))
                    .toList();
            List<ImageFile> made = new ArrayList<>();
            for (Future<ImageFile> future : futures) {
                made.add(future.get());
            }
            return made;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IOException(failed.getCause());
        }
    }

    private ImageFile timed(Recipe recipe, Maker maker) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ImageFile made = maker.make(recipe);
        console.about(
                recipe.name(),
                "%s %s".formatted(made.name(), made.digest()),
                Duration.ofNanos(System.nanoTime() - begun));
        return made;
    }
}
