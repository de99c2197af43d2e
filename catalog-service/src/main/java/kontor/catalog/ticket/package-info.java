/** Which member of staff has which ticket on a listing, and so may read it (G-23). */
@NullMarked
package kontor.catalog.ticket;

import org.jspecify.annotations.NullMarked;
