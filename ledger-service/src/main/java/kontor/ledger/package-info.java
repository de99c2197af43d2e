/** All money as double entry, and the shop at the shelf. */
@NullMarked
package kontor.ledger;

import org.jspecify.annotations.NullMarked;
