/** Checks that the topics, schemas, examples and problem pages of this module agree with each other. */
@NullMarked
package kontor.contracts;

import org.jspecify.annotations.NullMarked;
