/** Messages: written once, in one order for all, read and marked as read. */
@NullMarked
package kontor.chat.message;

import org.jspecify.annotations.NullMarked;
