/** Stand-ins for the platform's messaging. */
@NullMarked
package kontor.platform.messaging;

import org.jspecify.annotations.NullMarked;
