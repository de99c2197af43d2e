/** The member himself: how he is added, seen, edited, and how he leaves. */
@NullMarked
package kontor.identity.member;

import org.jspecify.annotations.NullMarked;
