/** Tests of what accounts show. */
@NullMarked
package kontor.ledger.statement;

import org.jspecify.annotations.NullMarked;
