/** What must be there before services start, where other machinery than the launcher runs them. */
@NullMarked
package kontor.local.setup;

import org.jspecify.annotations.NullMarked;
