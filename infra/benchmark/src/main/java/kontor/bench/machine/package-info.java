/** What the processes of the machine used. */
@NullMarked
package kontor.bench.machine;

import org.jspecify.annotations.NullMarked;
