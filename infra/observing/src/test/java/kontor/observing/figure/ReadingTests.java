package kontor.observing.figure;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadingTests {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsNothingUntilSomebodyAsks() {
        reading(reads::incrementAndGet);

        assertThat(reads).hasValue(0);
    }

    @Test
    void readsOnceWhileTheFigureIsFresh() {
        Reading<Integer> reading = reading(reads::incrementAndGet);

        assertThat(reading.latest()).isEqualTo(1);
        now.addAndGet(Reading.FRESH.toNanos() - 1);
        assertThat(reading.latest()).isEqualTo(1);
        now.incrementAndGet();
        assertThat(reading.latest()).isEqualTo(2);
    }

    @Test
    void saysThatItDoesNotKnowWhenItCannotRead() {
        Reading<Integer> reading = reading(() -> {
            if (reads.incrementAndGet() == 2) {
                throw new IllegalStateException("away");
            }
            return reads.get();
        });

        List<Integer> latest = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            latest.add(reading.latest());
            now.addAndGet(Reading.FRESH.toNanos());
        }

        assertThat(latest).containsExactly(1, -1, 3);
    }

    @Test
    void letsOneReadAndGivesTheOthersTheFormerFigure() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Reading<Integer> reading = reading(() -> {
            meanwhile.get().run();
            return reads.incrementAndGet();
        });
        reading.latest();
        now.addAndGet(Reading.FRESH.toNanos());
        List<Integer> seen = new ArrayList<>();
        meanwhile.set(() -> CompletableFuture.runAsync(() -> seen.add(reading.latest()))
                .orTimeout(10, SECONDS)
                .join());

        assertThat(reading.latest()).isEqualTo(2);
        assertThat(seen).containsExactly(1);
    }

    private Reading<Integer> reading(Supplier<Integer> source) {
        return new Reading<>(source, -1, now::get);
    }
}
