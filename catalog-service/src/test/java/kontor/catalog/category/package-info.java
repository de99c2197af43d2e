/** Tests of the category tree. */
@NullMarked
package kontor.catalog.category;

import org.jspecify.annotations.NullMarked;
