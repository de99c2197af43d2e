/** Tests of the double-entry core. */
@NullMarked
package kontor.ledger.account;

import org.jspecify.annotations.NullMarked;
