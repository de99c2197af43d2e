/** Tests of tags. */
@NullMarked
package kontor.catalog.tag;

import org.jspecify.annotations.NullMarked;
