package kontor.ledger.revocation;

import java.util.List;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.platform.rejection.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over the switches of purchases in another shop (G-40, G-42); the accounts are locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedSwitches {

    private final ShelfPurchases purchases;
    private final Journal journal;

    ImportedSwitches(ShelfPurchases purchases, Journal journal) {
        this.purchases = purchases;
        this.journal = journal;
    }

    /** Returns the id of the history row; {@code already-in-state} if the purchase is what the fact makes of it. */
    public long switchOver(CommunityFact.PurchaseSwitched fact, long purchaseId, TakeOver over) {
        ShelfPurchase purchase = purchases.findById(purchaseId).orElseThrow(NotFound::new);
        purchase.takeOver(fact);
        purchases.save(purchase);
        long id = purchases.nextSwitchId();
        purchases.noteImported(
                id, purchaseId, fact.revoked(), fact.actorId(), fact.at(), over.source(), fact.externalId());
        LockedAccount buyer = over.accounts().of(purchase.memberId());
        journal.post(List.of(purchase.posting(buyer, false, over.bookedAt()).dated(fact.at())));
        return id;
    }
}
