/** Stand-ins for the platform's access rules. */
@NullMarked
package kontor.platform.security;

import org.jspecify.annotations.NullMarked;
