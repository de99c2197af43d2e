/** What the ledger asks of a member named in a request. */
@NullMarked
package kontor.ledger.member;

import org.jspecify.annotations.NullMarked;
