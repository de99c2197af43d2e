/** Takes over issuers and invoices from another shop (G-39 to G-44). */
@NullMarked
package kontor.invoice.importing;

import org.jspecify.annotations.NullMarked;
