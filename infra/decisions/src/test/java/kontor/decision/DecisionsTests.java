package kontor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Decisions decisions = new Decisions(meters);

    private static Duration took(Runnable action) {
        long begun = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void doesNotWaitForWhatIsDecided() {
        assertThat(took(() -> decisions.await(1, Duration.ofSeconds(10), () -> true)))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void looksOnceIfNobodyWantsToWait() {
        AtomicInteger looks = new AtomicInteger();

        decisions.await(1, Duration.ZERO, () -> looks.incrementAndGet() < 0);

        assertThat(looks).hasValue(1);
    }

    @Test
    void givesUpInTime() {
        Duration took = took(() -> decisions.await(1, Duration.ofMillis(300), () -> false));

        assertThat(took).isBetween(Duration.ofMillis(290), Duration.ofSeconds(3));
    }

    /** The answer may be consumed by another instance, which rings no bell here. */
    @Test
    void seesADecisionThatNobodyRangFor() {
        AtomicInteger looks = new AtomicInteger();

        decisions.await(1, Duration.ofSeconds(10), () -> looks.incrementAndGet() > 3);

        assertThat(looks).hasValue(4);
    }

    /** Each alone would look six times. */
    @Test
    void looksLessOftenTheMoreWait() {
        AtomicInteger looks = new AtomicInteger();

        CompletableFuture.allOf(IntStream.range(0, 50)
                        .mapToObj(id -> CompletableFuture.runAsync(
                                () -> decisions.await(id, Duration.ofMillis(500), () -> looks.incrementAndGet() < 0),
                                Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(looks).hasValueBetween(100, 200);
    }

    @Test
    void wakesThoseWhoWaitForThisOrder() {
        AtomicBoolean isDecided = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(5);
        // Five looks take 25 + 50 + 100 + 200 ms; the next one would come 200 ms later.
        CompletableFuture<Duration> waiting = CompletableFuture.supplyAsync(() -> took(() -> {
            decisions.await(7, Duration.ofSeconds(10), () -> {
                begun.countDown();
                return isDecided.get();
            });
        }));
        await(begun);
        isDecided.set(true);
        decisions.on(new Decided(8));
        decisions.on(new Decided(7));

        assertThat(waiting.join()).isLessThan(Duration.ofSeconds(5));
        assertThat(meters.get("decision.waiting").gauge().value()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
