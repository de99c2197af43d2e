/** Within what time tickets are to be answered and solved, and when that time runs. */
@NullMarked
package kontor.support.promise;

import org.jspecify.annotations.NullMarked;
