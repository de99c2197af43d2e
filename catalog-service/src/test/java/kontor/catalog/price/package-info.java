/** Tests of the price history. */
@NullMarked
package kontor.catalog.price;

import org.jspecify.annotations.NullMarked;
