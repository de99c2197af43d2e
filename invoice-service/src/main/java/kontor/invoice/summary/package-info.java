/** Sums over the documents of a period. */
@NullMarked
package kontor.invoice.summary;

import org.jspecify.annotations.NullMarked;
