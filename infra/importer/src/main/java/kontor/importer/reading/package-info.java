/** A community's database file is opened read-only and read row by row; what does not fit is found here. */
@NullMarked
package kontor.importer.reading;

import org.jspecify.annotations.NullMarked;
