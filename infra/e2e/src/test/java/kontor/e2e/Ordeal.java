package kontor.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Callers go on while a part of the shop is killed the hard way and brought back. */
record Ordeal(Shop shop, Community community) {

    /** Until a part that was killed is back, and others have taken over what it had in hand. */
    static final Duration RETURN = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * Kills the part once so many deeds are acknowledged, and ends when so many more are and it is back.
     *
     * @param callers each goes on until it is told that all is over
     */
    void killed(String part, List<Consumer<AtomicBoolean>> callers, IntSupplier acknowledged, int before, int after)
            throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calling = new ArrayList<>();
            for (Consumer<AtomicBoolean> caller : callers) {
                calling.add(all.submit(() -> caller.accept(isOver)));
            }
            ProcessHandle killed;
            try {
                await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.getAsInt() >= before);
                killed = shop.kill(part);
                await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.getAsInt() >= before + after);
            } finally {
                isOver.set(true);
            }
            for (Future<?> one : calling) {
                one.get();
            }
            shop.awaitReturn(part, killed);
        }
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(community::isServed);
    }

    /** Asks one in doubt again, with its key, until the shop says what became of it. */
    static Client.Answer untilAnswered(Supplier<Client.Answer> call, Predicate<Client.Answer> isAnswer) {
        while (true) {
            try {
                Client.Answer answer = call.get();
                if (isAnswer.test(answer)) {
                    return answer;
                }
            } catch (RuntimeException inDoubt) {
                // Asked again below.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
