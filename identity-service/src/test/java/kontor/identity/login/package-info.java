/** Log-ins given later. */
@NullMarked
package kontor.identity.login;

import org.jspecify.annotations.NullMarked;
