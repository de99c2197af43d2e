/** A whole gateway between real sockets: services to answer it, raw and ordinary clients to call it. */
@NullMarked
package kontor.gateway.testing;

import org.jspecify.annotations.NullMarked;
