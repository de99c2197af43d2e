/** What was done to tickets and by whom: the log of each, and the audit of privileged changes. */
@NullMarked
package kontor.support.history;

import org.jspecify.annotations.NullMarked;
