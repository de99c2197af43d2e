/** Counts of everything on the shelves, from which stock and the balance between two counts follow. */
@NullMarked
package kontor.ledger.stocktaking;

import org.jspecify.annotations.NullMarked;
