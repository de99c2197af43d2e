/** When products were last ordered (C-24). */
@NullMarked
package kontor.catalog.demand;

import org.jspecify.annotations.NullMarked;
