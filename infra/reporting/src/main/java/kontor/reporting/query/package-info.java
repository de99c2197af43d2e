/** Questions about figures over HTTP, and how far they are. */
@NullMarked
package kontor.reporting.query;

import org.jspecify.annotations.NullMarked;
