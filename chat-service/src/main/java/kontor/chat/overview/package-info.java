/** Conversations as those see them who are in them: members, last message, what is unread. */
@NullMarked
package kontor.chat.overview;

import org.jspecify.annotations.NullMarked;
