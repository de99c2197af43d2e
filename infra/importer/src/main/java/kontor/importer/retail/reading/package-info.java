/** Reads the CSV files of a retail shop, and refuses what a file, a line or a cell alone shows to be wrong. */
@NullMarked
package kontor.importer.retail.reading;

import org.jspecify.annotations.NullMarked;
