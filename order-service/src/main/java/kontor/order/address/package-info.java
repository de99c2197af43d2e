/** Postal addresses as purchases keep them. */
@NullMarked
package kontor.order.address;

import org.jspecify.annotations.NullMarked;
