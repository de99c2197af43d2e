/** The calls that put a community into the running shop, in batches that may be sent again. */
@NullMarked
package kontor.importer.calls;

import org.jspecify.annotations.NullMarked;
