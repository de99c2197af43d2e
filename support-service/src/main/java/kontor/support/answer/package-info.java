/** The answers that System gives by itself. */
@NullMarked
package kontor.support.answer;

import org.jspecify.annotations.NullMarked;
