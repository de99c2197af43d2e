/** Counted prints, and the electronic invoice. */
@NullMarked
package kontor.invoice.print;

import org.jspecify.annotations.NullMarked;
