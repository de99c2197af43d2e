/** The service as a whole: its rules over HTTP, its rights, its events. */
@NullMarked
package kontor.identity;

import org.jspecify.annotations.NullMarked;
