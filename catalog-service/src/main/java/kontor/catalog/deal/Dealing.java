package kontor.catalog.deal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kontor.catalog.deal.DealFact.FailedLine;
import kontor.catalog.deal.DealFact.HeldLine;
import kontor.catalog.deal.DealFact.Line;
import kontor.catalog.listing.Supply;
import kontor.catalog.listing.Supply.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds all lines of a purchase or none (C-21), and follows what becomes of it. A refusal is an answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Dealing {

    private final DealBook deals;
    private final Supply supply;
    private final Clock clock;

    Dealing(DealBook deals, Supply supply, Clock clock) {
        this.deals = deals;
        this.supply = supply;
        this.clock = clock;
    }

    /**
     * Before a transaction follows many purchases: locks their deals and then all their listings, each in one order.
     *
     * @param deciding those that ask or have ended, of which there has to be a deal
     */
    public void prepare(List<Purchase> deciding, List<Purchase> shipped) {
        List<Purchase> all = Stream.concat(deciding.stream(), shipped.stream()).toList();
        deals.lockAll(
                all.stream().map(Purchase::purchaseId).toList(),
                deciding.stream().map(Purchase::purchaseId).toList());
        supply.lockAll(all.stream()
                .flatMap(purchase -> purchase.wanted().keySet().stream())
                .toList());
    }

    /** The first answer stays the answer, however often the purchase asks (G-35). */
    public void decide(Purchase purchase) {
        Deal deal = deals.open(purchase.purchaseId());
        if (deal.isAnswered()) {
            deal.answerAgain();
            deals.save(deal);
            return;
        }
        List<FailedLine> failing = new ArrayList<>();
        List<HeldLine> held = new ArrayList<>();
        for (Map.Entry<Long, Integer> wanted : purchase.wanted().entrySet()) {
            Line line = new Line(wanted.getKey(), wanted.getValue());
            @Nullable Offer offer = supply.find(line.listingId()).orElse(null);
            @Nullable FailedLine failure = failure(line, offer);
            if (failure != null) {
                failing.add(failure);
            } else if (offer != null) {
                held.add(held(line, offer));
            }
        }
        if (failing.isEmpty()) {
            held.forEach(line -> supply.hold(line.listingId(), line.quantity()));
            deal.accept(held, clock.instant());
            deals.save(deal, "reserve-listing");
        } else {
            deal.refuse(failing, clock.instant());
            deals.save(deal, "refuse-listing");
        }
    }

    private static @Nullable FailedLine failure(Line line, @Nullable Offer offer) {
        if (offer == null) {
            return failed(line, "unknown-reference", null);
        }
        if (!offer.isActive()) {
            return failed(line, "listing-not-active", null);
        }
        return offer.available() < line.quantity() ? failed(line, "listing-short", offer.available()) : null;
    }

    private static FailedLine failed(Line line, String code, @Nullable Integer available) {
        return new FailedLine(line.listingId(), line.quantity(), code, available);
    }

    /** An active listing has everything (C-20). */
    private static HeldLine held(Line line, Offer offer) {
        return new HeldLine(
                line.listingId(),
                line.quantity(),
                Objects.requireNonNull(offer.unitPriceMinor()),
                Objects.requireNonNull(offer.title()),
                Objects.requireNonNull(offer.weightG()),
                offer.sellerId(),
                Objects.requireNonNull(offer.shipFrom()));
    }

    /** It was cancelled or rejected. If it was not asked about yet, it will be refused when it is (C-18). */
    public void end(Purchase purchase, Instant at) {
        Deal deal = deals.open(purchase.purchaseId());
        if (!deal.isAnswered()) {
            deal.close(clock.instant());
            deals.save(deal, "refuse-listing");
            return;
        }
        List<Line> released = deal.release(at.truncatedTo(ChronoUnit.MICROS));
        if (!released.isEmpty()) {
            released.forEach(line -> supply.release(line.listingId(), line.quantity()));
            deals.save(deal, "release-listing");
        }
    }

    /** The pieces leave their listings. */
    public void ship(Purchase purchase, Instant at) {
        deals.find(purchase.purchaseId()).ifPresent(deal -> {
            List<Line> consumed = deal.consume(at.truncatedTo(ChronoUnit.MICROS));
            if (!consumed.isEmpty()) {
                consumed.forEach(line -> supply.ship(line.listingId(), line.quantity()));
                deals.save(deal, "consume-listing");
            }
        });
    }
}
