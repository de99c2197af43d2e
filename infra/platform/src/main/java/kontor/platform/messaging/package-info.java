/** Kafka: outbox with relay, inbox with version check, error handling, health of listeners. */
@NullMarked
package kontor.platform.messaging;

import org.jspecify.annotations.NullMarked;
