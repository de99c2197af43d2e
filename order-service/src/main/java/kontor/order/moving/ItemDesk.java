package kontor.order.moving;

import java.util.Optional;
import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.order.listing.ItemView;
import kontor.order.listing.OrderViews;
import kontor.order.party.Owner;
import kontor.order.product.ProductInactive;
import kontor.order.product.ProductNotForSale;
import kontor.platform.Rejection;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a change of an item, waits for the catalog's decision, and says what there is (G-29). */
@Component
class ItemDesk {

    private final ChangingItems changing;
    private final Decisions decisions;
    private final OrderViews views;

    ItemDesk(ChangingItems changing, Decisions decisions, OrderViews views) {
        this.changing = changing;
        this.decisions = decisions;
        this.views = views;
    }

    /** The item as it is now, and whether everything about it is decided. */
    record Changed(ItemView item, boolean isDecided) {}

    /** Refuses as the catalog did, if it did so in time. */
    Changed take(ChangeItem command, Wait wait) {
        Optional<Long> question = changing.change(command);
        question.ifPresent(id -> decisions.await(command.orderId(), wait.limit(), () -> !isOpen(view(command), id)));
        ItemView item = view(command);
        question.flatMap(id -> refusal(item, id)).ifPresent(refusal -> {
            throw refusal;
        });
        return new Changed(item, question.map(id -> !isOpen(item, id)).orElse(true));
    }

    private ItemView view(ChangeItem command) {
        return views.item(command.orderId(), command.itemId(), Owner.ANY);
    }

    private static boolean isOpen(ItemView item, long question) {
        return isAbout(item, question, "PENDING");
    }

    private static boolean isAbout(ItemView item, long question, String state) {
        ItemView.@Nullable AmountRequest request = item.amountRequest();
        return request != null && request.id() == question && request.state().equals(state);
    }

    private static Optional<Rejection> refusal(ItemView item, long question) {
        return isAbout(item, question, "REFUSED") ? Optional.of(refusal(item)) : Optional.empty();
    }

    private static Rejection refusal(ItemView item) {
        ItemView.@Nullable AmountRequest request = item.amountRequest();
        @Nullable String code = request == null ? null : request.code();
        return switch (code) {
            case "product-inactive" -> new ProductInactive(item.productId());
            case "product-not-for-sale" -> new ProductNotForSale(item.productId());
            case "unknown-reference" -> new UnknownReference("/amount");
            case null, default -> new StockShort(item.id());
        };
    }
}
