package kontor.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers and inbox rows that have outlived their use, a bounded number at a time. */
class Sweeper {

    private static final int MOST = 10_000;

    /** Versions are kept for ever, so a replay from the start is dropped even then. */
    private static final Duration INBOX_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final PlatformSettings settings;
    private final Clock clock;

    Sweeper(JdbcClient jdbc, PlatformSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sweep("reply", settings.idempotency().keep());
        sweep("inbox", INBOX_KEPT);
    }

    /** Each bounded part is a transaction of its own; several instances may sweep at once. */
    private void sweep(String table, Duration keep) {
        String sql = "delete from %1$s where ctid = any(array(select ctid from %1$s where at < ? limit %2$d))"
                .formatted(table, MOST);
        while (jdbc.sql(sql).param(Times.of(clock.instant().minus(keep))).update() == MOST) {
            Thread.onSpinWait();
        }
    }
}
