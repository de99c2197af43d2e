/** What was done to orders and purchases and by whom: the log of each, and the audit of privileged changes. */
@NullMarked
package kontor.order.history;

import org.jspecify.annotations.NullMarked;
