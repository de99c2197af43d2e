package kontor.order.purchase;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.order.purchase.LockedPurchase.Pending;
import kontor.order.ticket.TicketAssignments;
import kontor.order.ticket.TicketTarget;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to every purchase: it is locked before it is looked at, and what it tells leaves with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PurchaseBook {

    private static final String ASSIGNED = TicketAssignments.idsOf(TicketTarget.PURCHASE);

    /**
     * SQL for {@code market_purchase p}: parties and staff with a ticket see it, a rejected one only its buyer (O-26).
     * Parameter {@code me}. Each part is found by an index of its own, so that a list costs what is in it.
     */
    public static final String SEEN_BY_MEMBERS = """
            (p.buyer_id = :me
                or p.status <> 'R' and (p.seller_id = :me or p.id = any(array(%s))))""".formatted(ASSIGNED);

    /** The same for admins, who see all but what is rejected, and of that what they have asked for in a name (O-26). */
    public static final String SEEN_BY_ADMINS = "(p.status <> 'R' or p.buyer_id = :me or p.placed_by = :me)";

    /** Either, for one that is found by its id; parameter {@code isAdmin} besides. */
    public static final String VISIBLE =
            "case when cast(:isAdmin as boolean) then %s else %s end".formatted(SEEN_BY_ADMINS, SEEN_BY_MEMBERS);

    private final Purchases purchases;
    private final Questions questions;
    private final JdbcClient jdbc;

    PurchaseBook(Purchases purchases, Questions questions, JdbcClient jdbc) {
        this.purchases = purchases;
        this.questions = questions;
        this.jdbc = jdbc;
    }

    /** A new purchase, PENDING. */
    public long submit(NewPurchase purchase) {
        return purchases.saveAndFlush(new MarketPurchase(purchase)).id();
    }

    /** {@code not-found} as well if the viewer does not see it. */
    public LockedPurchase lock(long id, Viewer viewer) {
        return jdbc.sql("select p.id from market_purchase p where p.id = :id and " + VISIBLE
                        + " for no key update of p")
                .param("id", id)
                .param("me", viewer.memberId())
                .param("isAdmin", viewer.isAdmin())
                .query((row, n) -> row.getLong(1))
                .optional()
                .flatMap(this::find)
                .orElseThrow(NotFound::new);
    }

    /** Whoever's it is. */
    public Optional<LockedPurchase> find(long id) {
        return purchases.lock(id).map(LockedPurchase.class::cast);
    }

    /** In one order, as whoever changes several has to. */
    public void lockAll(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            purchases.lockAll(ids);
        }
    }

    /** One about which catalog or ledger were asked then, or that was made then, and that nobody else looks after. */
    public Optional<LockedPurchase> lockUndecided(Instant askedBefore, Instant submittedBefore) {
        return purchases.lockUndecided(askedBefore, submittedBefore).flatMap(this::find);
    }

    /** One that has been OPEN since then. */
    public Optional<LockedPurchase> lockUnpaid(Instant openedBefore) {
        return purchases.lockUnpaid(openedBefore).flatMap(this::find);
    }

    /** One that has been SHIPPED since then. */
    public Optional<LockedPurchase> lockUnconfirmed(Instant shippedBefore) {
        return purchases.lockUnconfirmed(shippedBefore).flatMap(this::find);
    }

    /** An OPEN one of a party that is anonymised (O-32). */
    public Optional<LockedPurchase> lockAbandoned() {
        return purchases.lockAbandoned().flatMap(this::find);
    }

    /** A payment to be asked for. */
    public PurchasePayment newPayment(
            LockedPurchase purchase, boolean external, @Nullable String note, Actor by, Instant at) {
        return new PurchasePayment(purchases.nextPaymentId(), purchase.id(), external, note, by, at);
    }

    public long nextAdjustmentId() {
        return purchases.nextAdjustmentId();
    }

    public void write(PurchasePayment payment) {
        questions.write(payment);
    }

    public void write(Adjustment adjustment) {
        questions.write(adjustment);
    }

    /** Asks whom the purchase waits for once more: the catalog while it is PENDING, else the ledger. */
    public void askAgain(LockedPurchase purchase, Instant now) {
        if (purchase.isPending()) {
            purchase.askAgain(now);
        }
        purchase.pending().ifPresent(pending -> {
            switch (pending.action()) {
                case PAYMENT -> purchase.askAgain(questions.payment(pending.id()), now);
                case ADJUSTMENT -> purchase.askAgain(questions.adjustment(pending.id()), now);
            }
        });
        keep(purchase);
    }

    /** The ledger's answer; one to anything but the open question changes nothing. */
    public void answer(LockedPurchase purchase, Action action, long id, @Nullable String refusedCode, Instant now) {
        if (purchase.pending().filter(new Pending(action, id)::equals).isEmpty()) {
            return;
        }
        switch (action) {
            case PAYMENT -> settle(purchase, questions.payment(id), refusedCode, now);
            case ADJUSTMENT -> settle(purchase, questions.adjustment(id), refusedCode);
        }
        keep(purchase);
    }

    private void settle(LockedPurchase purchase, PurchasePayment payment, @Nullable String refusedCode, Instant now) {
        questions.settle(payment, refusedCode);
        if (refusedCode == null) {
            purchase.paid(payment, now);
        } else {
            purchase.refused(payment, refusedCode);
        }
    }

    private void settle(LockedPurchase purchase, Adjustment adjustment, @Nullable String refusedCode) {
        questions.settle(adjustment, refusedCode);
        if (refusedCode == null) {
            purchase.booked(adjustment);
        } else {
            purchase.refused(adjustment, refusedCode);
        }
    }

    public void keep(LockedPurchase purchase) {
        if (purchase instanceof MarketPurchase changed) {
            purchases.saveAndFlush(changed);
        }
    }
}
