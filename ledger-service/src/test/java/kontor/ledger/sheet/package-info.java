/** Tests of the sheet for counting. */
@NullMarked
package kontor.ledger.sheet;

import org.jspecify.annotations.NullMarked;
