/** What order-service knows of the goods: a copy of the catalog's state topic. */
@NullMarked
package kontor.order.product;

import org.jspecify.annotations.NullMarked;
