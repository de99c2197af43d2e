/** Takes over tags and products with their price history from another shop (G-39 to G-44). */
@NullMarked
package kontor.catalog.importing;

import org.jspecify.annotations.NullMarked;
