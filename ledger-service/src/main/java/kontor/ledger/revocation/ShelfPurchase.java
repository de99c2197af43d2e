package kontor.ledger.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.product.NotRevocable;
import kontor.ledger.purchase.EnteredVia;
import kontor.ledger.purchase.PurchaseView;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AlreadyInState;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A booked purchase: amount and price never change, it is only switched (L-12). The buyer's account is locked
 * meanwhile.
 */
@Entity
@DynamicUpdate
class ShelfPurchase extends AggregateRoot {

    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private long id;

    @Column
    private long cartId;

    private Instant at = Instant.EPOCH;

    private Instant enteredAt = Instant.EPOCH;

    private UUID memberId = NOBODY;

    private long productId;

    @Column
    private long productVersion;

    private int amount;

    private long unitNetMinor;

    private BigDecimal vatPercentage = BigDecimal.ZERO;

    private long unitPriceMinor;

    private long totalMinor;

    private @Nullable UUID adminId;

    @Enumerated(EnumType.STRING)
    private EnteredVia enteredVia = EnteredVia.SELF;

    @Column
    private @Nullable String terminal;

    @Column
    private @Nullable String externalSource;

    @Column
    private @Nullable String externalId;

    private boolean revoked;

    /** Counts the bookings: 1 for the first, one more for each switch. */
    private long version = 1;

    protected ShelfPurchase() {}

    /** As booked; for tests of the rules. */
    ShelfPurchase(PurchaseView view) {
        id = view.id();
        at = view.at();
        memberId = view.memberId();
        productId = view.productId();
        amount = view.amount();
        unitNetMinor = view.unitNetMinor();
        vatPercentage = view.vatPercentage();
        unitPriceMinor = view.unitPriceMinor();
        totalMinor = view.totalMinor();
        adminId = view.adminId();
        enteredVia = view.enteredVia();
        revoked = view.revoked();
        version = view.version();
    }

    /** @param isRevocable whether the product lets its purchases be switched now */
    void switchTo(SwitchPurchase command, boolean isRevocable, Instant now) {
        requireOther(command.revoked());
        if (!isRevocable) {
            throw new NotRevocable(productId);
        }
        if (adminId != null && !command.isByAdmin()) {
            throw new EnteredByAdmin();
        }
        turn(command.revoked(), command.actorId(), command.reason(), command.isByAdmin(), now);
    }

    /** As another shop switched it, whoever entered it and whatever the product is now (G-40). */
    void takeOver(CommunityFact.PurchaseSwitched fact) {
        requireOther(fact.revoked());
        turn(fact.revoked(), fact.actorId(), null, true, fact.at());
    }

    private void requireOther(boolean toRevoked) {
        if (revoked == toRevoked) {
            throw new AlreadyInState(revoked ? "The purchase is revoked" : "The purchase is booked");
        }
    }

    private void turn(boolean toRevoked, UUID actorId, @Nullable String reason, boolean isByAdmin, Instant switchedAt) {
        revoked = toRevoked;
        long number = ++version;
        announce(() -> toRevoked
                ? new PurchaseSwitched.ShelfPurchaseRevoked(
                        id, memberId, productId, amount, totalMinor, at, switchedAt, actorId, reason, number, isByAdmin)
                : new PurchaseSwitched.ShelfPurchaseReapplied(
                        id,
                        memberId,
                        productId,
                        amount,
                        totalMinor,
                        at,
                        switchedAt,
                        actorId,
                        reason,
                        number,
                        isByAdmin));
    }

    /**
     * What is to be posted after a switch: the row of the matrix again, or its reverse; a re-application may be
     * checked.
     */
    Posting posting(LockedAccount buyer, boolean isChecked, Instant bookedAt) {
        Money vat = new Money(unitPriceMinor - unitNetMinor).times(amount);
        Money total = new Money(totalMinor);
        TransferKind kind = revoked ? TransferKind.SHELF_REVOKED : TransferKind.SHELF_REAPPLIED;
        Posting booking = Posting.of(kind, reference(version), at, bookedAt)
                .debit(buyer, total)
                .credit(CommunityAccount.SHELF_SALES, total.minus(vat))
                .credit(CommunityAccount.vatPayable(vatPercentage), vat);
        if (revoked) {
            return booking.turned().reversing(reference(version - 1));
        }
        return isChecked ? booking.withinLimitOf(buyer) : booking;
    }

    private String reference(long booking) {
        return "shelf:%d:%d".formatted(id, booking);
    }

    long productId() {
        return productId;
    }

    UUID memberId() {
        return memberId;
    }

    PurchaseView view() {
        return new PurchaseView(
                id,
                cartId,
                at,
                enteredAt,
                memberId,
                productId,
                productVersion,
                amount,
                unitNetMinor,
                new BigDecimal(vatPercentage.stripTrailingZeros().toPlainString()),
                unitPriceMinor,
                totalMinor,
                adminId,
                enteredVia,
                terminal,
                revoked,
                externalSource,
                externalId,
                version);
    }
}
