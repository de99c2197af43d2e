/** Which service answers which path, and what of a request and an answer passes the gateway. */
@NullMarked
package kontor.gateway.route;

import org.jspecify.annotations.NullMarked;
