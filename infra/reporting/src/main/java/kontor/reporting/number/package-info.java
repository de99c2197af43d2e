/** Members and favourites in numbers. */
@NullMarked
package kontor.reporting.number;

import org.jspecify.annotations.NullMarked;
