/** What members offer each other, seen from outside. */
@NullMarked
package kontor.catalog.listing;

import org.jspecify.annotations.NullMarked;
