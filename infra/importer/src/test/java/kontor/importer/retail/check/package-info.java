/** Tests of what is wrong with several lines. */
@NullMarked
package kontor.importer.retail.check;

import org.jspecify.annotations.NullMarked;
