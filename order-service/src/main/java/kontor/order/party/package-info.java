/** Who acts on orders, and whose they are. */
@NullMarked
package kontor.order.party;

import org.jspecify.annotations.NullMarked;
