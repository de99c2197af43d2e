/** The member himself. */
@NullMarked
package kontor.identity.member;

import org.jspecify.annotations.NullMarked;
