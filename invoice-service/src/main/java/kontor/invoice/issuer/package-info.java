/** The companies named as sellers, one in effect at a time. */
@NullMarked
package kontor.invoice.issuer;

import org.jspecify.annotations.NullMarked;
