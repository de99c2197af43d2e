/** Rules over the text of the whole checkout: what byte code does not show. */
@NullMarked
package kontor.testkit.tidy;

import org.jspecify.annotations.NullMarked;
