/** The calls that put a retail shop into the running one, in batches that may be sent again. */
@NullMarked
package kontor.importer.retail.calls;

import org.jspecify.annotations.NullMarked;
