package kontor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnsTests {

    private final BlockingQueue<Integer> order = new LinkedBlockingQueue<>();

    @Test
    void letsAsManyInAsItHasTurns() throws InterruptedException {
        Turns turns = new Turns(2);

        turns.at(1).take();
        turns.at(2).take();
        Thread third = waiter(turns, 3);

        assertThat(order.poll(200, TimeUnit.MILLISECONDS)).isNull();
        turns.at(0).giveBack();
        assertThat(order.take()).isEqualTo(3);
        third.join();
    }

    @Test
    void theLowestRankIsNextWheneverItCame() throws InterruptedException {
        Turns turns = new Turns(1);
        turns.at(0).take();
        List<Thread> waiters = List.of(waiter(turns, 5), waiter(turns, 1), waiter(turns, 3));

        turns.at(0).giveBack();
        int first = order.take();
        turns.at(0).giveBack();
        int second = order.take();
        turns.at(0).giveBack();

        assertThat(List.of(first, second, order.take())).containsExactly(1, 3, 5);
        for (Thread waiter : waiters) {
            waiter.join();
        }
    }

    /** Comes back when the thread waits or is through. */
    private Thread waiter(Turns turns, int rank) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                begun.countDown();
                turns.at(rank).take();
                order.add(rank);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
