/** Documents that cancel an invoice. */
@NullMarked
package kontor.invoice.cancellation;

import org.jspecify.annotations.NullMarked;
