/** Compares a retail shop that was taken over with its files, and says what was done. */
@NullMarked
package kontor.importer.retail.report;

import org.jspecify.annotations.NullMarked;
