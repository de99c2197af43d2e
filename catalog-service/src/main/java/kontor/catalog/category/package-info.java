/** The category tree (C-6). */
@NullMarked
package kontor.catalog.category;

import org.jspecify.annotations.NullMarked;
