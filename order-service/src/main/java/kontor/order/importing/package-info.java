/** Takes over payment methods, statuses and orders from another shop (G-39 to G-44). */
@NullMarked
package kontor.order.importing;

import org.jspecify.annotations.NullMarked;
