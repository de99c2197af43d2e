/** Pictures: judged by content, made anew, kept as files (H-13). */
@NullMarked
package kontor.chat.picture;

import org.jspecify.annotations.NullMarked;
