/** Which member of staff has which ticket, and so may read what it is about (G-23). */
@NullMarked
package kontor.order.ticket;

import org.jspecify.annotations.NullMarked;
