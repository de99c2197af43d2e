/** The price history of a product (C-2). */
@NullMarked
package kontor.catalog.price;

import org.jspecify.annotations.NullMarked;
