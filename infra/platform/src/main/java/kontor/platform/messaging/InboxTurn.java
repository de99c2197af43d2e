package kontor.platform.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of the inbox: claims what is new, locks the streams, applies what is due, notes how far they are. */
final class InboxTurn {

    private static final Logger LOG = LoggerFactory.getLogger(InboxTurn.class);

    private final InboxRows rows;
    private final Subscription subscription;
    private final ObservationRegistry observations;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    InboxTurn(InboxRows rows, Subscription subscription, ObservationRegistry observations) {
        this.rows = rows;
        this.subscription = subscription;
        this.observations = observations;
    }

    /** How many messages were applied, dropped or kept, by word. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    void take(List<Message> messages) {
        List<Message> fresh = fresh(messages);
        if (fresh.isEmpty()) {
            return;
        }
        SortedMap<Stream, Long> expected = new TreeMap<>();
        fresh.forEach(message -> expected.merge(message.stream(), message.version(), Math::max));
        Map<Stream, Long> reached = rows.lock(subscription.consumer(), expected);
        Map<Stream, Long> stored = new HashMap<>(expected);
        stored.putAll(reached);
        Set<Stream> waiting = subscription.isOrdered() && !reached.isEmpty()
                ? rows.streamsWaiting(subscription.consumer(), reached.keySet())
                : new HashSet<>();
        subscription.ready().accept(fresh);
        fresh.forEach(message -> reached.compute(
                message.stream(), (stream, applied) -> take(message, applied == null ? 0 : applied, waiting)));
        stored.forEach(reached::remove);
        rows.keep(subscription.consumer(), reached);
    }

    private List<Message> fresh(List<Message> messages) {
        Set<UUID> claimed = rows.claim(subscription.consumer(), messages);
        List<Message> fresh = new ArrayList<>(messages.size());
        List<Message> again = new ArrayList<>();
        for (Message message : messages) {
            (claimed.remove(message.id()) ? fresh : again).add(message);
        }
        count("duplicate", again.size());
        for (UUID altered : rows.altered(subscription.consumer(), again)) {
            count("altered", 1);
            LOG.error(
                    "Event {} came to {} again with other content and was dropped.", altered, subscription.consumer());
        }
        return fresh;
    }

    /** The version that the stream has reached. */
    private long take(Message message, long applied, Set<Stream> waiting) {
        if (message.version() <= applied) {
            count("stale", 1);
            return applied;
        }
        if (subscription.isOrdered() && message.version() > applied + 1) {
            rows.keepWaiting(subscription.consumer(), message);
            waiting.add(message.stream());
            count("waiting", 1);
            return applied;
        }
        apply(message);
        return waiting.contains(message.stream()) ? applyWaiting(message) : message.version();
    }

    private long applyWaiting(Message message) {
        long last = message.version();
        for (Optional<Message> next = rows.takeWaiting(subscription.consumer(), message.stream(), last + 1);
                next.isPresent();
                next = rows.takeWaiting(subscription.consumer(), message.stream(), last + 1)) {
            apply(next.get());
            last++;
        }
        return last;
    }

    /** As the work of whoever caused the event, in the trace that it came with. */
    private void apply(Message message) {
        Origin.begin(message.origin());
        try {
            Observation.createNotStarted("platform.inbox.effect", () -> trace(message), observations)
                    .lowCardinalityKeyValue("topic", message.topic())
                    .observe(() -> subscription.effect().accept(message));
            count("applied", 1);
        } catch (MalformedRecord e) {
            // Named, because the record at hand may be a good one that a waiting one follows.
            throw new MalformedRecord(
                    "Event %s, version %d: %s".formatted(message.id(), message.version(), e.getMessage()), e);
        } finally {
            Origin.end();
        }
    }

    private static ReceiverContext<Message> trace(Message message) {
        ReceiverContext<Message> context = new ReceiverContext<>(
                (carrier, header) -> header.equals("traceparent") ? carrier.traceparent() : null, Kind.CONSUMER);
        context.setCarrier(message);
        context.setContextualName(message.topic() + " process");
        return context;
    }

    private void count(String outcome, int messages) {
        if (messages > 0) {
            outcomes.merge(outcome, messages, Integer::sum);
        }
    }
}
