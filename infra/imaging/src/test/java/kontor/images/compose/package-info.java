/** What must be true of the compose file: it agrees with the services, the architecture and the build. */
@NullMarked
package kontor.images.compose;

import org.jspecify.annotations.NullMarked;
