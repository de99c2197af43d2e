/** A feature whose activity is used by another. */
@NullMarked
package kontor.testkit.samples.stranger.two;

import org.jspecify.annotations.NullMarked;
