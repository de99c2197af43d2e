/** Tests of VAT rates. */
@NullMarked
package kontor.catalog.vat;

import org.jspecify.annotations.NullMarked;
