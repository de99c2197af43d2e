/** Finds what a request names: VAT rates, categories, tags, pictures, and whether a name is free. */
@NullMarked
package kontor.catalog.reference;

import org.jspecify.annotations.NullMarked;
