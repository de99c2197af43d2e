/** A service as small as can be, with every kind of endpoint and listener, for the platform's own tests. */
@NullMarked
package kontor.platform.sample;

import org.jspecify.annotations.NullMarked;
