/** Tests of packagings. */
@NullMarked
package kontor.catalog.packaging;

import org.jspecify.annotations.NullMarked;
