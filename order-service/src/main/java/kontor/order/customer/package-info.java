/** What order-service knows of customers and their sites: a copy of the state topic of identity-service. */
@NullMarked
package kontor.order.customer;

import org.jspecify.annotations.NullMarked;
