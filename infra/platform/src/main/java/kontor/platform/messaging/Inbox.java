package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies each event once and per aggregate in version order, in the transaction of its effect (G-34). What one poll
 * brought is one transaction; if that fails, each record is, so that only the one at fault is held up.
 */
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final TransactionTemplate transactions;
    private final InboxRows rows;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final ObservationRegistry observations;

    public Inbox(
            JdbcClient jdbc,
            Outbox outbox,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            ObservationRegistry observations) {
        this.transactions = new TransactionTemplate(transactions);
        this.rows = new InboxRows(jdbc);
        this.outbox = outbox;
        this.meters = meters;
        this.observations = observations;
    }

    /**
     * Facts: older versions are dropped, the next is applied, a later one waits for the missing ones. Waiting is
     * acknowledged, because the missing record may lie behind it in the same partition.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void inOrder(String consumer, List<ConsumerRecord<String, byte[]>> poll, Consumer<Message> effect) {
        inOrder(consumer, poll, ignored -> {}, effect);
    }

    /**
     * The same for effects that lock rows.
     *
     * @param ready is told first what one transaction may apply, so that it locks all its rows in one order
     */
    @Transactional(propagation = Propagation.NEVER)
    public void inOrder(
            String consumer,
            List<ConsumerRecord<String, byte[]>> poll,
            Consumer<List<Message>> ready,
            Consumer<Message> effect) {
        take(new Subscription(consumer, true, ready, effect), poll);
    }

    /** States: the higher version wins, gaps are normal. */
    @Transactional(propagation = Propagation.NEVER)
    public void newest(String consumer, List<ConsumerRecord<String, byte[]>> poll, Consumer<Message> effect) {
        take(new Subscription(consumer, false, ignored -> {}, effect), poll);
    }

    private void take(Subscription subscription, List<ConsumerRecord<String, byte[]>> poll) {
        if (poll.size() > 1) {
            try {
                takeTogether(subscription, poll);
                return;
            } catch (RuntimeException | Error e) {
                LOG.debug("{} records did not go together and are taken one by one.", poll.size(), e);
            }
        }
        for (ConsumerRecord<String, byte[]> record : poll) {
            try {
                takeTogether(subscription, List.of(record));
            } catch (RuntimeException | Error e) {
                // Names the record: those before it are done with, it alone is tried again or goes to the dead letters.
                throw new BatchListenerFailedException("A record was not applied: " + e.getMessage(), e, record);
            }
        }
    }

    private void takeTogether(Subscription subscription, List<ConsumerRecord<String, byte[]>> records) {
        InboxTurn turn = new InboxTurn(rows, subscription, observations);
        List<Message> messages = records.stream().map(Message::of).toList();
        transactions.executeWithoutResult(ignored -> outbox.together(() -> turn.take(messages)));
        // Nothing is skipped unseen: read = applied + duplicate + stale + waiting + dead letter (INV-27).
        for (Map.Entry<String, Integer> outcome : turn.outcomes().entrySet()) {
            meters.counter("platform.inbox.records", "consumer", subscription.consumer(), "outcome", outcome.getKey())
                    .increment(outcome.getValue());
        }
    }
}
