/** A durable Kafka broker and the topics of the AsyncAPI document. */
@NullMarked
package kontor.local.kafka;

import org.jspecify.annotations.NullMarked;
