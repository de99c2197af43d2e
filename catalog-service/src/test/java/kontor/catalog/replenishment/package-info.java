/** Tests of what replenishments put on the shelf. */
@NullMarked
package kontor.catalog.replenishment;

import org.jspecify.annotations.NullMarked;
