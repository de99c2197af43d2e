/** Staff grants. */
@NullMarked
package kontor.identity.staff;

import org.jspecify.annotations.NullMarked;
