/** Tests of the copy of the goods. */
@NullMarked
package kontor.ledger.product;

import org.jspecify.annotations.NullMarked;
