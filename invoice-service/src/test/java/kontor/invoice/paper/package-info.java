/** What is printed is what was issued, and others can read it. */
@NullMarked
package kontor.invoice.paper;

import org.jspecify.annotations.NullMarked;
