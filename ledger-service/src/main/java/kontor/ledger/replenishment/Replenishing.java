package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.List;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccounts;
import kontor.ledger.account.Money;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books what a member brought (L-18). */
@Service
class Replenishing {

    private final Journal journal;
    private final Replies replies;
    private final ReplenishmentCollections collections;
    private final ReplenishmentTerms terms;
    private final Audit audit;

    Replenishing(
            Journal journal,
            Replies replies,
            ReplenishmentCollections collections,
            ReplenishmentTerms terms,
            Audit audit) {
        this.journal = journal;
        this.replies = replies;
        this.collections = collections;
        this.terms = terms;
        this.audit = audit;
    }

    @Transactional
    public CollectionView replenish(MakeReplenishment command) {
        LockedAccounts accounts = journal.lock(List.of(command.sellerId()));

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), CollectionView.class, () -> {
            Instant now = terms.settle(command);
            ReplenishmentCollection made = collections.save(new ReplenishmentCollection(command));
            journal.post(List.of(made.posting(new Money(0), accounts.of(command.sellerId()), now)));
            audit.record("make-replenishment-collection", "replenishment-collection", made.id());
            return made.view();
        });
    }
}
