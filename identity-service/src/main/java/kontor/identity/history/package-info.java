/** What admins did to a member, in order. */
@NullMarked
package kontor.identity.history;

import org.jspecify.annotations.NullMarked;
