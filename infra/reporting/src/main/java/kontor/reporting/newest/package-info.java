/** The newest states of members and goods, which every instance keeps whole. */
@NullMarked
package kontor.reporting.newest;

import org.jspecify.annotations.NullMarked;
