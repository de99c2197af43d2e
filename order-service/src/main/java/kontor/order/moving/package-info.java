/** What customers and admins do with an order that is placed. */
@NullMarked
package kontor.order.moving;

import org.jspecify.annotations.NullMarked;
