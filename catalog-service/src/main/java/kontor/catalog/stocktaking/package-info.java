/** What stocktakings, which the ledger keeps, have counted: the bases of the stocks (C-3, C-14). */
@NullMarked
package kontor.catalog.stocktaking;

import org.jspecify.annotations.NullMarked;
