/** What the conversations of tickets say: where they are, and who has written when. */
@NullMarked
package kontor.support.conversation;

import org.jspecify.annotations.NullMarked;
