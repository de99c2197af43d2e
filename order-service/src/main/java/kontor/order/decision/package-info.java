/** What is being decided elsewhere keeps other steps back. */
@NullMarked
package kontor.order.decision;

import org.jspecify.annotations.NullMarked;
