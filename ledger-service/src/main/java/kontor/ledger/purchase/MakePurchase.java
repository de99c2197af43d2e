package kontor.ledger.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.security.Caller;
import kontor.platform.security.KnownMember;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A cart, booked whole or not at all (L-9). */
record MakePurchase(RequestKey request, Entry entry, List<Line> lines) {

    /**
     * Who enters the cart.
     *
     * @param actorId the member, or the kiosk's account
     * @param member the member who enters; null at a kiosk
     * @param terminal the kiosk's name
     */
    record Entry(
            EnteredVia via,
            UUID actorId,
            @Nullable KnownMember member,
            @Nullable String terminal) {

        private static final String SERVICE_ACCOUNT = "service-account-";
        private static final int LONGEST = 64;

        static Entry of(Caller caller) {
            if (caller.isKiosk()) {
                return new Entry(EnteredVia.KIOSK, caller.actorId(), null, terminalOf(caller));
            }
            EnteredVia via = caller.isAdmin() ? EnteredVia.ADMIN : EnteredVia.SELF;
            return new Entry(via, caller.actorId(), caller.member(), null);
        }

        /** A terminal logs in as the service account of its client. */
        private static @Nullable String terminalOf(Caller caller) {
            @Nullable String login = caller.login();
            if (login == null || login.isBlank()) {
                return null;
            }
            String name = login.startsWith(SERVICE_ACCOUNT) ? login.substring(SERVICE_ACCOUNT.length()) : login;
            return name.substring(
                    0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
        }

        boolean isByAdmin() {
            return via == EnteredVia.ADMIN;
        }

        @Nullable
        UUID adminId() {
            return isByAdmin() ? actorId : null;
        }
    }

    /**
     * Some pieces of a product for a member.
     *
     * @param index place in the request, from 0
     * @param memberPointer where in the request the member was named
     * @param at time of the fact, null = now
     * @param expectedUnitPriceMinor what the buyer was shown
     */
    record Line(
            int index,
            UUID memberId,
            String memberPointer,
            long productId,
            int amount,
            @Nullable Long expectedUnitPriceMinor,
            @Nullable Instant at) {}
}
