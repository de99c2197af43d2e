/** What members offer each other: listings, from draft to closed (C-20). */
@NullMarked
package kontor.catalog.listing;

import org.jspecify.annotations.NullMarked;
