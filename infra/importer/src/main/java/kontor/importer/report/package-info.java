/** What was done, and whether the shop now answers with the figures of the source. */
@NullMarked
package kontor.importer.report;

import org.jspecify.annotations.NullMarked;
