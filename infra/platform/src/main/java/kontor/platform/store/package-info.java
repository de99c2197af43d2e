/** The platform's own tables: their migration, the audit log, the sweeping of what has expired. */
@NullMarked
package kontor.platform.store;

import org.jspecify.annotations.NullMarked;
