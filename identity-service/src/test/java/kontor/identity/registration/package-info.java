/** How somebody becomes a member. */
@NullMarked
package kontor.identity.registration;

import org.jspecify.annotations.NullMarked;
