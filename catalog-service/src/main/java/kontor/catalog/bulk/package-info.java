/** Changes of many products at once (C-22 to C-24). */
@NullMarked
package kontor.catalog.bulk;

import org.jspecify.annotations.NullMarked;
