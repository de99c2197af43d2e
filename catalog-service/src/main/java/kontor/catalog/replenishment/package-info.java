/** What replenishments, which the ledger books, put on the shelf (C-3, C-15). */
@NullMarked
package kontor.catalog.replenishment;

import org.jspecify.annotations.NullMarked;
