/** What an invoice of an order would say at this moment. */
@NullMarked
package kontor.invoice.draft;

import org.jspecify.annotations.NullMarked;
