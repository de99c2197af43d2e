package kontor.invoice.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kontor.platform.rejection.Unavailable;
import org.junit.jupiter.api.Test;

class PressRoomTests {

    @Test
    void neverHasMoreInWorkThanPresses() throws Exception {
        PressRoom presses = new PressRoom(new PrintSettings(2, 100, Duration.ofSeconds(20)));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            var jobs = IntStream.range(0, 40)
                    .mapToObj(i -> executor.submit(() -> presses.work(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        return now.getAndDecrement();
                    })))
                    .toList();
            for (Future<Integer> job : jobs) {
                assertThat(job.get()).isBetween(1, 2);
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void turnsAwayWhoFindsTheQueueFullOrWaitsTooLong() throws Exception {
        PressRoom presses = new PressRoom(new PrintSettings(1, 1, Duration.ofSeconds(1)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<Boolean> long1 = executor.submit(() -> presses.work(() -> {
                begun.countDown();
                return await(end);
            }));
            begun.await();
            Future<Boolean> queued = executor.submit(() -> presses.work(() -> true));

            assertThatThrownBy(queued::get).hasCauseInstanceOf(Unavailable.class);
            end.countDown();
            assertThat(long1.get()).isTrue();
        }
        assertThat(presses.work(() -> 5)).isEqualTo(5);
        PressRoom noQueue = new PressRoom(new PrintSettings(1, 0, Duration.ofSeconds(1)));
        noQueue.work(() -> assertThatThrownBy(() -> noQueue.work(() -> 1)).isInstanceOf(Unavailable.class));
    }

    @Test
    void isFreeAgainAfterAFailure() {
        PressRoom presses = new PressRoom(new PrintSettings(1, 0, Duration.ofSeconds(1)));

        assertThatThrownBy(() -> presses.work(() -> {
                    throw new IllegalStateException("no ink");
                }))
                .hasMessage("no ink");
        assertThat(presses.work(() -> 7)).isEqualTo(7);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
