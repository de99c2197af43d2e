/** The way into the shop: routes, token check, limits, breakers, maintenance, problem pages and API documentation. */
@NullMarked
package kontor.gateway;

import org.jspecify.annotations.NullMarked;
