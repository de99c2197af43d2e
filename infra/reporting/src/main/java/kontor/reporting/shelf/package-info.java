/** What is bought at the shelf (section 2) and what members like (section 10). */
@NullMarked
package kontor.reporting.shelf;

import org.jspecify.annotations.NullMarked;
