/** Tests of the reports. */
@NullMarked
package kontor.ledger.finance;

import org.jspecify.annotations.NullMarked;
