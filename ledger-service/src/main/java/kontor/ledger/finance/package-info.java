/** Reports on the shop's money: activity, statement, sums per product. */
@NullMarked
package kontor.ledger.finance;

import org.jspecify.annotations.NullMarked;
