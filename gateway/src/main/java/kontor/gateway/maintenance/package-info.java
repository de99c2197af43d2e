/** Maintenance mode: while it is on, only admins pass (G-37). */
@NullMarked
package kontor.gateway.maintenance;

import org.jspecify.annotations.NullMarked;
