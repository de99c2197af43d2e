/** Proof that what proves others can fail itself. */
@NullMarked
package kontor.testkit.trial;

import org.jspecify.annotations.NullMarked;
