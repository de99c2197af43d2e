/** Tests of what callers see. */
@NullMarked
package kontor.catalog.showcase;

import org.jspecify.annotations.NullMarked;
