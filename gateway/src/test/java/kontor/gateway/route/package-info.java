@NullMarked
package kontor.gateway.route;

import org.jspecify.annotations.NullMarked;
