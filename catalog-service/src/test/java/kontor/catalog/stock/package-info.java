/** Tests of theoretical stock. */
@NullMarked
package kontor.catalog.stock;

import org.jspecify.annotations.NullMarked;
