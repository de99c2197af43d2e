/** Dead letters: what lies there and why, and giving one to its consumer again. */
@NullMarked
package kontor.local.letter;

import org.jspecify.annotations.NullMarked;
