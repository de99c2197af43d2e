/** What happens to tickets by the passing of time, and to those whose creator or staff is gone. */
@NullMarked
package kontor.support.deadline;

import org.jspecify.annotations.NullMarked;
