/** What customers owe by invoices, and what they paid of it (L-31). */
@NullMarked
package kontor.ledger.receivable;

import org.jspecify.annotations.NullMarked;
