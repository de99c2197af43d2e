/** {@code infra/check}: runs every service's {@code verify} queries and compares the services with each other. */
@NullMarked
package kontor.local.verify;

import org.jspecify.annotations.NullMarked;
