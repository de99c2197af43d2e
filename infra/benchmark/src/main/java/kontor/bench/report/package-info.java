/** The figures as a table and as JSON. */
@NullMarked
package kontor.bench.report;

import org.jspecify.annotations.NullMarked;
