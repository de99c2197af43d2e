/** What creators and staff do with a ticket after it is opened. */
@NullMarked
package kontor.support.handling;

import org.jspecify.annotations.NullMarked;
