/** Tests of what stocktakings have counted. */
@NullMarked
package kontor.catalog.stocktaking;

import org.jspecify.annotations.NullMarked;
