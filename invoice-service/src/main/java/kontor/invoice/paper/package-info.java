/** A document as it is printed: PDF and electronic invoice. */
@NullMarked
package kontor.invoice.paper;

import org.jspecify.annotations.NullMarked;
