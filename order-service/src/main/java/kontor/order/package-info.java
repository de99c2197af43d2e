/** Retail orders and market purchases. */
@NullMarked
package kontor.order;

import org.jspecify.annotations.NullMarked;
