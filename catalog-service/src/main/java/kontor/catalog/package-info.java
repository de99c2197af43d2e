/** What can be sold and how much of it is there. */
@NullMarked
package kontor.catalog;

import org.jspecify.annotations.NullMarked;
