/** Tests of pictures. */
@NullMarked
package kontor.catalog.upload;

import org.jspecify.annotations.NullMarked;
