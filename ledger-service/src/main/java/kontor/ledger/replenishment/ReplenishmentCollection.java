package kontor.ledger.replenishment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;

/** What a seller brought, with its lines. His account is locked while anything of it changes. */
@Entity
class ReplenishmentCollection extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private Instant at;

    @Column(updatable = false)
    private UUID sellerId;

    @Column(updatable = false)
    private UUID byAdminId;

    private String comment;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    private boolean revoked;

    /** Counts the facts of its stream: its own changes and those of its lines. */
    private long version = 1;

    @OneToMany(mappedBy = "collection", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Replenishment> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ReplenishmentCollection() {}

    ReplenishmentCollection(MakeReplenishment command) {
        at = command.at();
        sellerId = command.sellerId();
        byAdminId = command.adminId();
        comment = command.comment();
        command.lines().forEach(line -> lines.add(new Replenishment(this, line)));
        announceBooked();
    }

    /** As another shop had it (G-40). */
    ReplenishmentCollection(CommunityFact.Replenished fact, String source) {
        at = fact.at();
        sellerId = fact.sellerId();
        byAdminId = fact.byAdminId();
        comment = fact.comment();
        externalSource = source;
        externalId = fact.externalId();
        fact.lines().forEach(line -> lines.add(new Replenishment(this, line, source)));
        announceBooked();
    }

    private void announceBooked() {
        announce(() -> new ReplenishmentFact.ReplenishmentBooked(
                id(), sellerId, byAdminId, at, revoked, effectiveTotal().minor(), told(), version));
    }

    /** Whether it says something else now. */
    boolean edit(Instant newAt, String newComment, Change change) {
        if (newAt.equals(at) && newComment.equals(comment)) {
            return false;
        }
        at = newAt;
        comment = newComment;
        changed(change);
        return true;
    }

    /** Whether the line says something else now. */
    boolean editLine(long lineId, int amount, long totalPriceMinor, Change change) {
        boolean isEdited = line(lineId).edit(amount, totalPriceMinor);
        if (isEdited) {
            changed(change);
        }
        return isEdited;
    }

    /** Leaves the lines as they are (L-20); what has no line that counts cannot count (L-22). */
    void switchTo(boolean toRevoked, Change change) {
        if (!toRevoked && revoked && areAllRevoked()) {
            throw new NotAllowedInState("All lines of the collection are revoked; re-apply one of them.");
        }
        switchAnyway(toRevoked, change);
    }

    /** In another shop it may count although none of its lines does (G-40). */
    void switchAnyway(boolean toRevoked, Change change) {
        if (revoked == toRevoked) {
            throw new AlreadyInState(revoked ? "The collection is revoked" : "The collection is booked");
        }
        revoked = toRevoked;
        changed(change);
    }

    /**
     * Whether the collection was switched along: off with its last line that counts (L-21), on with the first one that
     * counts again (L-22). While another line counts, a collection revoked by hand stays so (L-23).
     */
    boolean switchLine(long lineId, boolean toRevoked, Change change) {
        boolean wereAllRevoked = areAllRevoked();
        line(lineId).switchTo(toRevoked);
        // What was taken over may count although none of its lines did.
        boolean isSwitchedAlong = toRevoked ? !revoked && areAllRevoked() : revoked && wereAllRevoked;
        if (isSwitchedAlong) {
            revoked = toRevoked;
        }
        changed(change);
        return isSwitchedAlong;
    }

    /** Without the collection, whose own switches another shop has written down as such (G-40). */
    void switchLineAlone(long lineId, boolean toRevoked, Change change) {
        line(lineId).switchTo(toRevoked);
        changed(change);
    }

    /** What the seller is credited with (L-19). */
    Money effectiveTotal() {
        return revoked ? new Money(0) : price();
    }

    /** What is still to be posted after a change: STOCK_PURCHASES -d, MEMBER(seller) +d. */
    Posting posting(Money posted, LockedAccount seller, Instant bookedAt) {
        Money difference = effectiveTotal().minus(posted);
        return Posting.of(TransferKind.REPLENISHMENT, "replcoll:%d:%d".formatted(id(), version), at, bookedAt)
                .debit(CommunityAccount.STOCK_PURCHASES, difference)
                .credit(seller, difference);
    }

    /** The line, which has to be one of this collection. */
    Replenishment line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst().orElseThrow(NotFound::new);
    }

    private boolean areAllRevoked() {
        return lines.stream().allMatch(Replenishment::isRevoked);
    }

    /** In range even while it does not count, so that it can always be re-applied. */
    private Money price() {
        return new Money(lines.stream()
                .filter(line -> !line.isRevoked())
                .mapToLong(Replenishment::totalPriceMinor)
                .sum());
    }

    private void changed(Change change) {
        price();
        long number = ++version;
        announce(() -> new ReplenishmentFact.ReplenishmentChanged(
                id(),
                sellerId,
                byAdminId,
                at,
                revoked,
                effectiveTotal().minor(),
                told(),
                change.adminId(),
                change.at(),
                number));
    }

    private List<ReplenishmentFact.Line> told() {
        return lines.stream().map(Replenishment::told).toList();
    }

    UUID sellerId() {
        return sellerId;
    }

    long id() {
        return Objects.requireNonNull(id, "saved collections have an id");
    }

    Instant at() {
        return at;
    }

    String comment() {
        return comment;
    }

    boolean isRevoked() {
        return revoked;
    }

    long version() {
        return version;
    }

    CollectionView view() {
        List<LineView> shown = lines.stream().map(Replenishment::view).toList();
        return new CollectionView(
                id(),
                at,
                sellerId,
                byAdminId,
                comment,
                revoked,
                price().minor(),
                externalSource,
                externalId,
                version,
                shown);
    }

    /** Who changes something, and when. */
    record Change(UUID adminId, Instant at) {}
}
