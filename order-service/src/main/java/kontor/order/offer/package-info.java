/** What order-service knows of the listings of members and of packagings: copies of what catalog-service tells. */
@NullMarked
package kontor.order.offer;

import org.jspecify.annotations.NullMarked;
