/** Writes the folders of retail shops, and imports them. */
@NullMarked
package kontor.importer.retail;

import org.jspecify.annotations.NullMarked;
