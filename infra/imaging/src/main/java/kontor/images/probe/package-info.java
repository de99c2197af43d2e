/** The one program of an image besides its service: asks whether that is ready. Uses the JDK alone. */
@NullMarked
package kontor.images.probe;

import org.jspecify.annotations.NullMarked;
