/** Orders as callers see them. */
@NullMarked
package kontor.order.listing;

import org.jspecify.annotations.NullMarked;
