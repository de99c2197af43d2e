/** What invoices take from orders: a copy kept by the facts of order-service, and its answers. */
@NullMarked
package kontor.invoice.order;

import org.jspecify.annotations.NullMarked;
