/** Conversations of tickets: begun, joined, left and closed as support-service tells it (H-4, H-12). */
@NullMarked
package kontor.chat.support;

import org.jspecify.annotations.NullMarked;
