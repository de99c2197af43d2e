/** Puts an issued document on paper: PDF/A-3 with the e-invoice inside, and the e-invoice alone (V-10, V-17, V-18). */
@NullMarked
package kontor.invoice.paper;

import org.jspecify.annotations.NullMarked;
