package kontor.order.party;

import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Whose orders a caller sees and changes: his own; admins everybody's, which is null; who has no profile nobody's. */
public record Owner(@Nullable Long customerId) {

    /** Sees everybody's. */
    public static final Owner ANY = new Owner(null);

    private static final long NOBODY = 0;

    public static Owner of(Caller caller) {
        if (caller.isAdmin()) {
            return ANY;
        }
        @Nullable Long own = caller.member() == null ? null : caller.member().customerId();
        return new Owner(own == null ? NOBODY : own);
    }
}
