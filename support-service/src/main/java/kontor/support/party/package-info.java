/** Who opens tickets, and who works on them. */
@NullMarked
package kontor.support.party;

import org.jspecify.annotations.NullMarked;
