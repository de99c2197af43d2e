/** What a shop-db2 community consists of: its tables, and their rows as values. */
@NullMarked
package kontor.importer.source;

import org.jspecify.annotations.NullMarked;
