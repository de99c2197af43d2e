/** Tests of stocktakings. */
@NullMarked
package kontor.ledger.stocktaking;

import org.jspecify.annotations.NullMarked;
