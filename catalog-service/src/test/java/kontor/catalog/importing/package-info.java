/** What is taken over from another shop, as its importer and the rest of the shop see it. */
@NullMarked
package kontor.catalog.importing;

import org.jspecify.annotations.NullMarked;
