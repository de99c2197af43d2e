/** What is let in at all: well-formed HTTP of bounded size and duration, plain paths, known verbs. */
@NullMarked
package kontor.gateway.door;

import org.jspecify.annotations.NullMarked;
