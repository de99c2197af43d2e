/** Conversations: who is in them, their order of messages, and what is told of them. */
@NullMarked
package kontor.chat.conversation;

import org.jspecify.annotations.NullMarked;
