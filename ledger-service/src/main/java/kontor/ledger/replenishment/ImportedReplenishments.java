package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kontor.ledger.account.Journal;
import kontor.ledger.account.Money;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.ledger.replenishment.ReplenishmentCollection.Change;
import kontor.platform.rejection.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over replenishments as they were made and switched in another shop (G-40, G-42); the accounts are locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedReplenishments {

    private final ReplenishmentCollections collections;
    private final Journal journal;
    private final ReplenishmentAudit audit;

    ImportedReplenishments(ReplenishmentCollections collections, Journal journal, ReplenishmentAudit audit) {
        this.collections = collections;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * A collection that was booked.
     *
     * @param lines ids of its lines by their ids there
     */
    public record Booked(long id, Map<String, Long> lines) {}

    public Booked book(CommunityFact.Replenished fact, TakeOver over) {
        ReplenishmentCollection made = collections.save(new ReplenishmentCollection(fact, over.source()));
        audit.collection("import", made.id());
        post(made, Money.ZERO, fact.at(), over);
        return new Booked(
                made.id(),
                made.view().lines().stream()
                        .collect(Collectors.toMap(line -> Objects.requireNonNull(line.externalId()), LineView::id)));
    }

    /** Returns the id of the history row; {@code already-in-state} if the collection is what the fact makes of it. */
    public long switchOver(CommunityFact.CollectionSwitched fact, long collectionId, TakeOver over) {
        ReplenishmentCollection collection = find(collectionId);
        Money posted = collection.effectiveTotal();
        collection.switchAnyway(fact.revoked(), new Change(fact.byAdminId(), fact.at()));
        collections.save(collection);
        long id = collections.nextSwitchId();
        collections.noteImported(
                id, collectionId, fact.revoked(), fact.byAdminId(), fact.at(), over.source(), fact.externalId());
        audit.collection(verb(fact.revoked()), collectionId);
        post(collection, posted, fact.at(), over);
        return id;
    }

    /** The same for a line; the collection stays as it is. */
    public long switchOver(CommunityFact.LineSwitched fact, long lineId, TakeOver over) {
        ReplenishmentCollection collection =
                find(collections.collectionOf(lineId).orElseThrow(NotFound::new));
        Money posted = collection.effectiveTotal();
        collection.switchLineAlone(lineId, fact.revoked(), new Change(fact.byAdminId(), fact.at()));
        collections.save(collection);
        long id = collections.nextChangeId();
        collections.noteImported(id, lineId, fact.byAdminId(), fact.at(), over.source(), fact.externalId());
        audit.line(verb(fact.revoked()), lineId);
        post(collection, posted, fact.at(), over);
        return id;
    }

    private ReplenishmentCollection find(long id) {
        return collections.findById(id).orElseThrow(NotFound::new);
    }

    private static String verb(boolean revoked) {
        return revoked ? "import-revoke" : "import-reapply";
    }

    private void post(ReplenishmentCollection collection, Money posted, Instant at, TakeOver over) {
        journal.post(List.of(collection
                .posting(posted, over.accounts().of(collection.sellerId()), over.bookedAt())
                .dated(at)));
    }
}
