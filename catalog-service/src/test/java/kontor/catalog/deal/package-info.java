/** What market purchases hold of listings, told as order-service tells it. */
@NullMarked
package kontor.catalog.deal;

import org.jspecify.annotations.NullMarked;
