/** The least a purchase can cost on this database: its rows, written by one statement. */
@NullMarked
package kontor.bench.yardstick;

import org.jspecify.annotations.NullMarked;
