/** Which fields a resource may have, which it must have, and of what kind their values are. */
@NullMarked
package kontor.manifests.shape;

import org.jspecify.annotations.NullMarked;
