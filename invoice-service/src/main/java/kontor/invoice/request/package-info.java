/** From the wish for an invoice, or the release of an order, to the document. */
@NullMarked
package kontor.invoice.request;

import org.jspecify.annotations.NullMarked;
