/** XML descriptions: kept as given, read with care (C-9). */
@NullMarked
package kontor.catalog.description;

import org.jspecify.annotations.NullMarked;
