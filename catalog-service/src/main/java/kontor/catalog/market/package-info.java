/** What callers see of the listings, each according to his rights (C-20). */
@NullMarked
package kontor.catalog.market;

import org.jspecify.annotations.NullMarked;
