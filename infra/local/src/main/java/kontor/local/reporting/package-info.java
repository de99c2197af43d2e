/** The reporting consumer beside the shop: started, stopped, and made to begin at the beginning. */
@NullMarked
package kontor.local.reporting;

import org.jspecify.annotations.NullMarked;
