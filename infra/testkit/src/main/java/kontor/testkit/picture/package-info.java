/** Pictures to send, good and bad ones. */
@NullMarked
package kontor.testkit.picture;

import org.jspecify.annotations.NullMarked;
