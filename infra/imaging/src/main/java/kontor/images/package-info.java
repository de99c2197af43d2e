/** Container images of the services, the gateway and the set-up step, made without a container engine. */
@NullMarked
package kontor.images;

import org.jspecify.annotations.NullMarked;
