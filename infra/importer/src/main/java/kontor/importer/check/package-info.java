/** What only several rows together, the pictures or the running shop can show to be wrong. */
@NullMarked
package kontor.importer.check;

import org.jspecify.annotations.NullMarked;
