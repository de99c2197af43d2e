/** What only several lines of a retail shop together show to be wrong. */
@NullMarked
package kontor.importer.retail.check;

import org.jspecify.annotations.NullMarked;
