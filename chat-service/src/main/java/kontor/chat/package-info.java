/** Conversations and their live stream. */
@NullMarked
package kontor.chat;

import org.jspecify.annotations.NullMarked;
