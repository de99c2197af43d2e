/** One instance: its part of the work, and its questions to the others. */
@NullMarked
package kontor.reporting.run;

import org.jspecify.annotations.NullMarked;
