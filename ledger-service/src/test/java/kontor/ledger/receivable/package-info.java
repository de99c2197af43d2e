/** Tests of receivables. */
@NullMarked
package kontor.ledger.receivable;

import org.jspecify.annotations.NullMarked;
