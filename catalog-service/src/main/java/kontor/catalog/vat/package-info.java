/** VAT rates and the history of their percentages (C-7). */
@NullMarked
package kontor.catalog.vat;

import org.jspecify.annotations.NullMarked;
