/** Takes over what goods stand on in another shop: VAT rates and the category tree. */
@NullMarked
package kontor.catalog.importing.foundation;

import org.jspecify.annotations.NullMarked;
