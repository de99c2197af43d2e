/** Placing an order: checks, the question to the catalog and its answer. */
@NullMarked
package kontor.order.placing;

import org.jspecify.annotations.NullMarked;
