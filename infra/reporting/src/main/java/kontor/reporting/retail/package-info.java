/** Invoices of customers, and what is owed for them. */
@NullMarked
package kontor.reporting.retail;

import org.jspecify.annotations.NullMarked;
