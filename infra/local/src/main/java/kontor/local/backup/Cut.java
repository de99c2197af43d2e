package kontor.local.backup;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kontor.local.kafka.TopicCopy;
import kontor.local.postgres.BaseBackup;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One point of all databases and all topics. While the outboxes are held still, whatever was committed before the point
 * lies in a topic before its end or in an outbox, and nothing later does.
 */
final class Cut {

    /** A transaction of ours or a busy broker may be in the way for a moment. */
    private static final int ATTEMPTS_MOST = 50;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** With the wait for the locks at worst just under the 2 s after which a service gives up on its outbox. */
    private static final Duration ENDS_WITHIN = Duration.ofMillis(400);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final BaseBackup cluster;
    private final TopicCopy topics;
    private final Outboxes outboxes;

    Cut(BaseBackup cluster, TopicCopy topics, Outboxes outboxes) {
        this.cluster = cluster;
        this.topics = topics;
        this.outboxes = outboxes;
    }

    /**
     * The point.
     *
     * @param location of its record in the log of the cluster
     * @param ends where each partition of the topics ended
     */
    record Point(String location, Map<TopicPartition, Long> ends) {}

    /** Services wait for the length of a question to the broker; they do not fail. */
    Point at(String name) throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryAt(name);
            } catch (SQLException busy) {
                if (attempt == ATTEMPTS_MOST || !LOCK_NOT_AVAILABLE.equals(busy.getSQLState())) {
                    throw busy;
                }
            } catch (TimeoutException busy) {
                if (attempt == ATTEMPTS_MOST) {
                    throw busy;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private Point tryAt(String name) throws SQLException {
        // Whatever takes long the first time is done before anybody waits.
        var _ = topics.ends(ENDS_WITHIN);
        try {
            outboxes.hold();
            Map<TopicPartition, Long> ends = topics.ends(ENDS_WITHIN);
            return new Point(cluster.mark(name), ends);
        } finally {
            outboxes.release();
        }
    }
}
