/** Customer profiles and their sites. */
@NullMarked
package kontor.identity.customer;

import org.jspecify.annotations.NullMarked;
