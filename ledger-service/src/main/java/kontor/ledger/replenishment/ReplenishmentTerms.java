package kontor.ledger.replenishment;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import kontor.ledger.member.KnownMembers;
import kontor.ledger.product.KnownProducts;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.UnknownReference;
import org.springframework.stereotype.Component;

/** Judges a collection before it is booked (L-18). */
@Component
class ReplenishmentTerms {

    private final KnownMembers members;
    private final KnownProducts products;
    private final Clock clock;

    ReplenishmentTerms(KnownMembers members, KnownProducts products, Clock clock) {
        this.members = members;
        this.products = products;
        this.clock = clock;
    }

    /** The time of the booking, if the collection may be booked. */
    Instant settle(MakeReplenishment command) {
        Instant now = clock.instant();
        members.requireVerified(command.sellerId(), "/sellerId");
        if (command.at().isAfter(now)) {
            throw new InFuture();
        }
        Set<Long> known = products.notWithdrawn(
                command.lines().stream().map(MakeReplenishment.Line::productId).toList());
        for (int i = 0; i < command.lines().size(); i++) {
            // Inactive ones pass: they become active by it.
            if (!known.contains(command.lines().get(i).productId())) {
                throw new UnknownReference("/lines/%d/productId".formatted(i));
            }
        }
        return now;
    }
}
