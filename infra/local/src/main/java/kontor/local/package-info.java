/** The whole shop on one machine without Docker: the launcher behind {@code infra/up} and its sister commands. */
@NullMarked
package kontor.local;

import org.jspecify.annotations.NullMarked;
