@NullMarked
package kontor.gateway.call;

import org.jspecify.annotations.NullMarked;
