/** A key with which thousands of tokens are signed at little cost. */
@NullMarked
package kontor.testkit.signing;

import org.jspecify.annotations.NullMarked;
