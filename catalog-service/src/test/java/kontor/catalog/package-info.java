/** Tests of the catalog as a whole. */
@NullMarked
package kontor.catalog;

import org.jspecify.annotations.NullMarked;
