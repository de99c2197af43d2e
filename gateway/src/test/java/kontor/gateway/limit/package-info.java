@NullMarked
package kontor.gateway.limit;

import org.jspecify.annotations.NullMarked;
