/** What every service shares at run time: refusals, announcing aggregates, the clock, defaults. */
@NullMarked
package kontor.platform;

import org.jspecify.annotations.NullMarked;
