@NullMarked
package kontor.gateway.instance;

import org.jspecify.annotations.NullMarked;
