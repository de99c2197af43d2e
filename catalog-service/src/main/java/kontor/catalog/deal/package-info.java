/** What market purchases hold of listings, and what becomes of it (C-18, C-21). */
@NullMarked
package kontor.catalog.deal;

import org.jspecify.annotations.NullMarked;
