/** What callers see of the products, each according to his rights (C-12, C-13). */
@NullMarked
package kontor.catalog.showcase;

import org.jspecify.annotations.NullMarked;
