/** What the gateway knows of the call in hand: its correlation id, where it came from, who makes it. */
@NullMarked
package kontor.gateway.call;

import org.jspecify.annotations.NullMarked;
