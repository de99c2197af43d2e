/** A durable PostgreSQL with a database and two roles for each service. */
@NullMarked
package kontor.local.postgres;

import org.jspecify.annotations.NullMarked;
