/** What parties do with a purchase after it is made: ship, confirm, cancel, correct. */
@NullMarked
package kontor.order.delivery;

import org.jspecify.annotations.NullMarked;
