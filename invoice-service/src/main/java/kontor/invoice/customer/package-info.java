/** What invoices take from customers: a copy of the state topic of identity-service. */
@NullMarked
package kontor.invoice.customer;

import org.jspecify.annotations.NullMarked;
