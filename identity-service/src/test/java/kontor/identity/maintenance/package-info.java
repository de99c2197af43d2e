/** The switch. */
@NullMarked
package kontor.identity.maintenance;

import org.jspecify.annotations.NullMarked;
