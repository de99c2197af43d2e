/** How many pieces there are: theoretical stock, which follows what moves (C-14 to C-16, C-19). */
@NullMarked
package kontor.catalog.stock;

import org.jspecify.annotations.NullMarked;
