package kontor.testkit.trial;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.awaitility.Awaitility;

/**
 * A caller who asks again when he is told "later". Behind a long queue for one row a machine at its limits may answer
 * 503 with {@code unavailable}, which has changed nothing.
 */
public final class Patience {

    private static final int LATER = 503;
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private Patience() {}

    /**
     * The first answer that is a decision.
     *
     * @param status the HTTP status of an answer
     */
    public static <T> T outlast(ToIntFunction<? super T> status, Callable<T> request) {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(ENOUGH)
                .until(request, answer -> status.applyAsInt(answer) != LATER);
    }
}
