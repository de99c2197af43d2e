/** Customer profiles. */
@NullMarked
package kontor.identity.customer;

import org.jspecify.annotations.NullMarked;
