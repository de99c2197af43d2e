/** Whether invoices still say what was ordered. */
@NullMarked
package kontor.invoice.check;

import org.jspecify.annotations.NullMarked;
