@NullMarked
package kontor.gateway.maintenance;

import org.jspecify.annotations.NullMarked;
