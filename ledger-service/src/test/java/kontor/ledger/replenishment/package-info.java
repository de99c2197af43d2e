/** Tests of replenishments. */
@NullMarked
package kontor.ledger.replenishment;

import org.jspecify.annotations.NullMarked;
