/** Orders of customers: what is ordered and not invoiced, how they move, and what they hold of the stock. */
@NullMarked
package kontor.reporting.order;

import org.jspecify.annotations.NullMarked;
