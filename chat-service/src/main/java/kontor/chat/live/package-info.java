/** The log of everything that streams tell, in one order for all instances. */
@NullMarked
package kontor.chat.live;

import org.jspecify.annotations.NullMarked;
