@NullMarked
package kontor.gateway.problem;

import org.jspecify.annotations.NullMarked;
