/** Gauges of what waits: events, listeners and sagas. */
@NullMarked
package kontor.observing.figure;

import org.jspecify.annotations.NullMarked;
