/** Goods that a member brought for the shop: collections of lines, which count for his credit as long as they stand. */
@NullMarked
package kontor.ledger.replenishment;

import org.jspecify.annotations.NullMarked;
