/** Members ask for help. */
@NullMarked
package kontor.support.opening;

import org.jspecify.annotations.NullMarked;
