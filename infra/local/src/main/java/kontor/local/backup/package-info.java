/** {@code infra/backup} and {@code infra/restore}: all databases, topics, pictures and log-ins at one point. */
@NullMarked
package kontor.local.backup;

import org.jspecify.annotations.NullMarked;
