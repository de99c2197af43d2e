package kontor.platform.store;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** Forgets answers and inbox rows that have outlived their use, a bounded number at a time. */
class Sweeper {

    private static final int MOST = 10_000;

    /** Versions are kept for ever, so a replay from the start is dropped even then. */
    private static final int INBOX_DAYS = 30;

    private final JdbcClient jdbc;
    private final PlatformSettings settings;

    Sweeper(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void sweep() {
        jdbc.sql("""
                        delete from reply where ctid in (
                            select ctid from reply where at < now() - make_interval(secs => ?) limit ?)
                        """).params(settings.idempotency().keep().toSeconds(), MOST).update();
        jdbc.sql("""
                        delete from inbox where ctid in (
                            select ctid from inbox where at < now() - make_interval(days => ?) limit ?)
                        """).params(INBOX_DAYS, MOST).update();
    }
}
