/** What a retail shop consists of: its files, and their lines as values. */
@NullMarked
package kontor.importer.retail.source;

import org.jspecify.annotations.NullMarked;
