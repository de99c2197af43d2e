/** Buying of members: checks, the question to the catalog and its answer. */
@NullMarked
package kontor.order.buying;

import org.jspecify.annotations.NullMarked;
