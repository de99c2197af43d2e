/** Where servers of a test listen. */
@NullMarked
package kontor.testkit.port;

import org.jspecify.annotations.NullMarked;
