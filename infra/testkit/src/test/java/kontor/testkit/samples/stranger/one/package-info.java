/** A feature that uses another's activity. */
@NullMarked
package kontor.testkit.samples.stranger.one;

import org.jspecify.annotations.NullMarked;
