/** The admin flag. */
@NullMarked
package kontor.identity.admin;

import org.jspecify.annotations.NullMarked;
