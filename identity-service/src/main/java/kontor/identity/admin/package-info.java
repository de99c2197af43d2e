/** The admin flag and how the first admin comes to be. */
@NullMarked
package kontor.identity.admin;

import org.jspecify.annotations.NullMarked;
