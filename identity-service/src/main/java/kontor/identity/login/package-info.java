/** A log-in for a member who was registered without one. */
@NullMarked
package kontor.identity.login;

import org.jspecify.annotations.NullMarked;
