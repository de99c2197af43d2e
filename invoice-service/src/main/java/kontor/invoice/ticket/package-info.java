/** Which member of staff has which ticket on an invoice, and so may read it (G-23). */
@NullMarked
package kontor.invoice.ticket;

import org.jspecify.annotations.NullMarked;
