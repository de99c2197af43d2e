/** Tests of changes of many products at once. */
@NullMarked
package kontor.catalog.bulk;

import org.jspecify.annotations.NullMarked;
