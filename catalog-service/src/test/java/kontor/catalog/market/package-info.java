/** What callers see of the listings. */
@NullMarked
package kontor.catalog.market;

import org.jspecify.annotations.NullMarked;
