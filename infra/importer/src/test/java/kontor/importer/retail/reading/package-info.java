/** Tests of what is read from CSV files. */
@NullMarked
package kontor.importer.retail.reading;

import org.jspecify.annotations.NullMarked;
