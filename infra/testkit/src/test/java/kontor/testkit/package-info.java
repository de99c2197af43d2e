/** Proof that the test support itself works, each rule seen red once. */
@NullMarked
package kontor.testkit;

import org.jspecify.annotations.NullMarked;
