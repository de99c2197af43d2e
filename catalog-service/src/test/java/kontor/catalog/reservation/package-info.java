/** Tests of what orders hold of the stock. */
@NullMarked
package kontor.catalog.reservation;

import org.jspecify.annotations.NullMarked;
