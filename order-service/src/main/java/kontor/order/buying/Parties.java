package kontor.order.buying;

import java.util.Objects;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.customer.KnownCustomers;
import kontor.platform.rejection.MemberNotActive;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.SystemMember;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may buy and sell: verified, active members who are no system members (O-20). */
@Component
class Parties {

    private static final String GONE = "ANONYMISED";

    private final MemberDirectory members;
    private final KnownCustomers customers;

    Parties(MemberDirectory members, KnownCustomers customers) {
        this.members = members;
        this.customers = customers;
    }

    void requireBuyer(UUID buyerId) {
        KnownMember buyer = members.byId(buyerId)
                .filter(member -> !member.status().equals(GONE))
                .orElseThrow(() -> new UnknownReference("/buyerId"));
        if (!buyer.verified()) {
            throw new MemberNotVerified(buyerId);
        }
        if (!buyer.active()) {
            throw new MemberNotActive(buyerId);
        }
        if (buyer.systemMember()) {
            throw new SystemMember(buyerId);
        }
    }

    void requireSeller(UUID sellerId) {
        boolean isAvailable = members.byId(sellerId)
                .filter(member -> member.isActive() && !member.systemMember())
                .filter(member -> !member.status().equals(GONE))
                .isPresent();
        if (!isAvailable) {
            throw new SellerUnavailable();
        }
    }

    /** The address that was sent, or that of the buyer's own site. */
    Address addressOf(UUID buyerId, @Nullable Long siteId, @Nullable Address sent) {
        if (siteId == null) {
            return Objects.requireNonNull(sent, "either a site or an address is sent");
        }
        return customers
                .siteOf(buyerId, siteId)
                .map(site -> new Address(
                        site.name(), site.street(), site.zipCode(), site.city(), site.country(), site.phone()))
                .orElseThrow(() -> new UnknownReference("/siteId"));
    }
}
