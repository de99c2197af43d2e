/** Where spans go, who begins a trace, and what never leaves in one. */
@NullMarked
package kontor.observing.trace;

import org.jspecify.annotations.NullMarked;
