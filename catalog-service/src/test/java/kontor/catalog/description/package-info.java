/** Tests of XML descriptions. */
@NullMarked
package kontor.catalog.description;

import org.jspecify.annotations.NullMarked;
