/** The range that all amounts of the service lie in. */
@NullMarked
package kontor.order.money;

import org.jspecify.annotations.NullMarked;
