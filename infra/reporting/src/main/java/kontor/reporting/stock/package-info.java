/** What is on the shelf, came and went (section 6). */
@NullMarked
package kontor.reporting.stock;

import org.jspecify.annotations.NullMarked;
