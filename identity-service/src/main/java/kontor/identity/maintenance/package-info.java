/** The switch that closes the shop for a while. */
@NullMarked
package kontor.identity.maintenance;

import org.jspecify.annotations.NullMarked;
