/** A consumer outside the shop: what each product sold at the shelf, from the shop's topics alone. */
@NullMarked
package kontor.example.turnover;

import org.jspecify.annotations.NullMarked;
