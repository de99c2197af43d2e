package kontor.order.buying;

import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.order.party.Viewer;
import kontor.order.trade.PurchaseViews;
import org.springframework.stereotype.Component;

/** Takes a purchase, waits for the decision, and says what there is (G-29). */
@Component
class PurchaseDesk {

    private final Buying buying;
    private final Decisions decisions;
    private final PurchaseViews views;

    PurchaseDesk(Buying buying, Decisions decisions, PurchaseViews views) {
        this.buying = buying;
        this.decisions = decisions;
        this.views = views;
    }

    BoughtPurchase take(BuyGoods command, Viewer viewer, Wait wait) {
        BoughtPurchase bought = buying.buy(command);
        if (bought.isAnswered()) {
            return bought;
        }
        decisions.await(bought.purchaseId(), wait.limit(), () -> views.isDecided(bought.purchaseId()));
        return buying.answer(command.request(), bought, viewer);
    }
}
