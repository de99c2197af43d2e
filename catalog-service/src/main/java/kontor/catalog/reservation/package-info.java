/** What retail orders hold of the stock, and what becomes of it (C-17, C-18). */
@NullMarked
package kontor.catalog.reservation;

import org.jspecify.annotations.NullMarked;
