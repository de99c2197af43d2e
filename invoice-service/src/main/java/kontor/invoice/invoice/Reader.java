package kontor.invoice.invoice;

import kontor.platform.security.Caller;
import kontor.platform.security.KnownMember;
import org.jspecify.annotations.Nullable;

/**
 * Whose documents somebody may see (V-16); part of every query.
 *
 * @param customerId null for all
 */
public record Reader(@Nullable Long customerId) {

    /** Sees all. */
    static final Reader ANY = new Reader(null);

    /** No customer has it. */
    private static final long NOBODY = 0;

    /** A customer sees his own, an admin all, everybody else none. */
    public static Reader of(Caller caller) {
        if (caller.isAdmin()) {
            return ANY;
        }
        @Nullable KnownMember member = caller.member();
        @Nullable Long own = member == null ? null : member.customerId();
        return new Reader(own == null ? NOBODY : own);
    }
}
