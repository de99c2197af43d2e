/** The rules of the ledger once more, in memory and in plain words, against the service itself. */
@NullMarked
package kontor.ledger.rehearsal;

import org.jspecify.annotations.NullMarked;
