/** Tests of when products were last ordered. */
@NullMarked
package kontor.catalog.demand;

import org.jspecify.annotations.NullMarked;
