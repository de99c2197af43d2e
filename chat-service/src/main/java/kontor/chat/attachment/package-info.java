/** Pictures attached to conversations, seen by those who are in them alone (H-13). */
@NullMarked
package kontor.chat.attachment;

import org.jspecify.annotations.NullMarked;
