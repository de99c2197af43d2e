@NullMarked
package kontor.gateway.door;

import org.jspecify.annotations.NullMarked;
