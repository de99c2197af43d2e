/** Refusals that several services give, each named as the fact it states. */
@NullMarked
package kontor.platform.rejection;

import org.jspecify.annotations.NullMarked;
