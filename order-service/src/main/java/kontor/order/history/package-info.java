/** What was done to orders and by whom: the log of each order, and the audit of privileged changes. */
@NullMarked
package kontor.order.history;

import org.jspecify.annotations.NullMarked;
