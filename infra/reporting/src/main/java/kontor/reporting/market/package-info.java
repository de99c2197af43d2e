/** Purchases between members, and what they say of each other. */
@NullMarked
package kontor.reporting.market;

import org.jspecify.annotations.NullMarked;
