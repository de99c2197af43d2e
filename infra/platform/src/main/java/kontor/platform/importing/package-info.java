/** What the imports of all services have in common: rows that are sent again, and what becomes of each (G-39). */
@NullMarked
package kontor.platform.importing;

import org.jspecify.annotations.NullMarked;
