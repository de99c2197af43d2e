package kontor.ledger.revocation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.product.KnownProduct;
import kontor.ledger.product.KnownProducts;
import kontor.ledger.purchase.PurchaseView;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Revokes shelf purchases and re-applies them (L-12, L-13). */
@Service
class SwitchingPurchases {

    private final Journal journal;
    private final Replies replies;
    private final ShelfPurchases purchases;
    private final KnownProducts products;
    private final Clock clock;

    SwitchingPurchases(
            Journal journal, Replies replies, ShelfPurchases purchases, KnownProducts products, Clock clock) {
        this.journal = journal;
        this.replies = replies;
        this.purchases = purchases;
        this.products = products;
        this.clock = clock;
    }

    @Transactional
    public PurchaseView switchOver(SwitchPurchase command) {
        UUID buyer = purchases.memberOf(command.purchaseId()).orElseThrow(NotFound::new);
        if (!command.isByAdmin() && !buyer.equals(command.actorId())) {
            throw new NotFound();
        }
        LockedAccount account = journal.lock(List.of(buyer)).of(buyer);

        // The account's lock is the purchase's too, so it is read only now.
        return replies.once(command.request(), PurchaseView.class, () -> {
            Instant now = clock.instant();
            ShelfPurchase purchase = purchases.findById(command.purchaseId()).orElseThrow(NotFound::new);
            purchase.switchTo(command, isRevocable(purchase), now);
            purchases.save(purchase);
            purchases.note(command.purchaseId(), command.revoked(), command.actorId(), command.reason(), now);
            journal.post(List.of(purchase.posting(account, !command.isByAdmin(), now)));
            return purchase.view();
        });
    }

    private boolean isRevocable(ShelfPurchase purchase) {
        return products.newest(purchase.productId())
                .filter(KnownProduct::revocable)
                .isPresent();
    }
}
