/** What every part of one local stack shares: folders, ports, secrets and the words for the person at the terminal. */
@NullMarked
package kontor.local.stack;

import org.jspecify.annotations.NullMarked;
