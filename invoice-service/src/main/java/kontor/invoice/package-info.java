/** Immutable invoices and their documents. */
@NullMarked
package kontor.invoice;

import org.jspecify.annotations.NullMarked;
