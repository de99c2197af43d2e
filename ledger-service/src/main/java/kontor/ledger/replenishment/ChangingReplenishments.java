package kontor.ledger.replenishment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.account.Money;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.ledger.replenishment.ReplenishmentCollection.Change;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import kontor.platform.web.Sent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits and switches collections and their lines, and posts what each change is worth (L-18 to L-23). */
@Service
class ChangingReplenishments {

    private final Journal journal;
    private final Replies replies;
    private final ReplenishmentCollections collections;
    private final ReplenishmentAudit audit;
    private final Clock clock;

    ChangingReplenishments(
            Journal journal,
            Replies replies,
            ReplenishmentCollections collections,
            ReplenishmentAudit audit,
            Clock clock) {
        this.journal = journal;
        this.replies = replies;
        this.collections = collections;
        this.audit = audit;
        this.clock = clock;
    }

    /** An admin corrects time or comment. */
    record EditCollection(UUID adminId, long collectionId, IfMatch expected, Sent<Instant> at, Sent<String> comment) {}

    /** An admin corrects pieces or price of a line. */
    record EditLine(UUID adminId, long lineId, IfMatch expected, Sent<Integer> amount, Sent<Long> totalPriceMinor) {}

    /** An admin revokes a collection or a line, or re-applies it. */
    record Switch(RequestKey request, UUID adminId, long id, boolean revoked) {}

    @Transactional
    public CollectionView edit(EditCollection command) {
        LockedAccount seller = lock(command.collectionId());
        return changed(command.collectionId(), command.adminId(), seller, (collection, change) -> {
                    command.expected().require(collection.version());
                    Instant at = Objects.requireNonNull(command.at().or(collection.at()));
                    if (at.isAfter(change.at())) {
                        throw new InFuture();
                    }
                    String comment = Objects.requireNonNull(command.comment().or(collection.comment()));
                    if (collection.edit(at, comment, change)) {
                        audit.collection("edit", collection.id());
                    }
                })
                .view();
    }

    @Transactional
    public LineView edit(EditLine command) {
        long collectionId = collections.collectionOf(command.lineId()).orElseThrow(NotFound::new);
        LockedAccount seller = lock(collectionId);
        return changed(collectionId, command.adminId(), seller, (collection, change) -> {
                    Replenishment line = collection.line(command.lineId());
                    command.expected().require(line.version());
                    int amount = Objects.requireNonNull(command.amount().or(line.amount()));
                    long total =
                            Objects.requireNonNull(command.totalPriceMinor().or(line.totalPriceMinor()));
                    if (collection.editLine(line.id(), amount, total, change)) {
                        collections.noteChange(line.id(), change.adminId(), change.at());
                        audit.line("edit", line.id());
                    }
                })
                .line(command.lineId())
                .view();
    }

    @Transactional
    public CollectionView switchCollection(Switch command) {
        LockedAccount seller = lock(command.id());
        Supplier<CollectionView> effect =
                () -> changed(command.id(), command.adminId(), seller, (collection, change) -> {
                            collection.switchTo(command.revoked(), change);
                            collections.noteSwitch(collection.id(), command.revoked(), change.adminId(), change.at());
                            audit.collection(verb(command), collection.id());
                        })
                        .view();
        return replies.once(command.request(), CollectionView.class, effect);
    }

    @Transactional
    public LineView switchLine(Switch command) {
        long collectionId = collections.collectionOf(command.id()).orElseThrow(NotFound::new);
        LockedAccount seller = lock(collectionId);
        Supplier<LineView> effect = () -> changed(collectionId, command.adminId(), seller, (collection, change) -> {
                    boolean isSwitchedAlong = collection.switchLine(command.id(), command.revoked(), change);
                    collections.noteChange(command.id(), change.adminId(), change.at());
                    audit.line(verb(command), command.id());
                    if (isSwitchedAlong) {
                        collections.noteSwitch(collectionId, command.revoked(), Caller.SYSTEM, change.at());
                        audit.collectionBySystem(verb(command), collectionId);
                    }
                })
                .line(command.id())
                .view();
        return replies.once(command.request(), LineView.class, effect);
    }

    private static String verb(Switch command) {
        return command.revoked() ? "revoke" : "reapply";
    }

    private LockedAccount lock(long collectionId) {
        UUID seller = collections.sellerOf(collectionId).orElseThrow(NotFound::new);
        return journal.lock(List.of(seller)).of(seller);
    }

    private interface Edit {
        void apply(ReplenishmentCollection collection, Change change);
    }

    /** The seller's lock is the collection's too, so it is read only now. */
    private ReplenishmentCollection changed(long collectionId, UUID adminId, LockedAccount seller, Edit edit) {
        ReplenishmentCollection collection = collections.findById(collectionId).orElseThrow(NotFound::new);
        Change change = new Change(adminId, clock.instant());
        Money posted = collection.effectiveTotal();
        edit.apply(collection, change);
        collections.save(collection);
        journal.post(List.of(collection.posting(posted, seller, change.at())));
        return collection;
    }
}
