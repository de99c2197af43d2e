package kontor.order.buying;

import java.time.Clock;
import kontor.decision.OpenReplies;
import kontor.order.party.Viewer;
import kontor.order.purchase.PurchaseBook;
import kontor.order.trade.PurchaseViews;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores purchases as PENDING with the question to the catalog, and later what their callers were answered (O-20). */
@Service
class Buying {

    private final PurchaseTerms terms;
    private final PurchaseBook book;
    private final PurchaseViews views;
    private final OpenReplies replies;
    private final Clock clock;

    Buying(PurchaseTerms terms, PurchaseBook book, PurchaseViews views, OpenReplies replies, Clock clock) {
        this.terms = terms;
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    public BoughtPurchase buy(BuyGoods command) {
        return replies.once(
                command.request(),
                BoughtPurchase.class,
                () -> BoughtPurchase.open(book.submit(terms.settle(command, clock.instant()))));
    }

    /** Settles what the key gets from now on; a twin that was faster has settled it already. */
    @Transactional
    public BoughtPurchase answer(RequestKey request, BoughtPurchase open, Viewer viewer) {
        return replies.settle(request, open, open.answered(views.one(open.purchaseId(), viewer)), BoughtPurchase.class);
    }
}
