/** News of a member's tickets, orders and purchases, for his streams. */
@NullMarked
package kontor.chat.notice;

import org.jspecify.annotations.NullMarked;
