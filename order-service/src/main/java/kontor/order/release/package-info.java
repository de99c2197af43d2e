/** Release of orders for an invoice, and what becomes of it. */
@NullMarked
package kontor.order.release;

import org.jspecify.annotations.NullMarked;
