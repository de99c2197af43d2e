/** Tests of buying at the shelf. */
@NullMarked
package kontor.ledger.purchase;

import org.jspecify.annotations.NullMarked;
