/** Staff that comes into conversations to help, and goes out of them again (H-3, H-5). */
@NullMarked
package kontor.chat.visit;

import org.jspecify.annotations.NullMarked;
