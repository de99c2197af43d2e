/** Stand-ins for the platform, which the rules know by name only. */
@NullMarked
package kontor.platform;

import org.jspecify.annotations.NullMarked;
