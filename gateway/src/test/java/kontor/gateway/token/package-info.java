@NullMarked
package kontor.gateway.token;

import org.jspecify.annotations.NullMarked;
