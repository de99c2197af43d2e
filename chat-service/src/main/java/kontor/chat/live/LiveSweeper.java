package kontor.chat.live;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was logged long ago, the oldest first and never the last row, which tells how far the log has come. */
@Component
class LiveSweeper {

    private static final int MOST = 5_000;

    private final JdbcClient jdbc;
    private final LiveSettings settings;
    private final Clock clock;

    LiveSweeper(JdbcClient jdbc, LiveSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each bounded part is a transaction of its own; several instances may sweep at once. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        while (sweepSome() == MOST) {
            Thread.onSpinWait();
        }
    }

    private int sweepSome() {
        return jdbc.sql("""
                        delete from live_event where at < ? and position in (
                            select position from live_event
                            where position < (select max(position) from live_event) order by position limit ?
                        )
                        """)
                .params(SqlValues.of(clock.instant().minus(settings.keep()), MOST))
                .update();
    }
}
