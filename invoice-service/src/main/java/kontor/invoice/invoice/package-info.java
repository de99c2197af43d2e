/** The issued documents: stored once, never changed, and told of. */
@NullMarked
package kontor.invoice.invoice;

import org.jspecify.annotations.NullMarked;
