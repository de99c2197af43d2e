/** What invoices take from products: a copy of the state topic of catalog-service. */
@NullMarked
package kontor.invoice.product;

import org.jspecify.annotations.NullMarked;
