/** A load generator for HTTP that costs little: one thread, kept connections, requests built before. */
@NullMarked
package kontor.bench.load;

import org.jspecify.annotations.NullMarked;
