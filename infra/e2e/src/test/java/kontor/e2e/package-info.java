/** Journeys through the gateway against the whole shop: real services, PostgreSQL, Kafka and Keycloak. */
@NullMarked
package kontor.e2e;

import org.jspecify.annotations.NullMarked;
