package kontor.platform.messaging;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a consumer does with the events of its topics.
 *
 * @param isOrdered whether each version is needed, or only the newest
 * @param ready is told what a transaction may apply before it applies anything
 */
record Subscription(String consumer, boolean isOrdered, Consumer<List<Message>> ready, Consumer<Message> effect) {}
