/** What the accounts say: VAT, members' credit, statement, activity (sections 3, 5). */
@NullMarked
package kontor.reporting.ledger;

import org.jspecify.annotations.NullMarked;
