package kontor.catalog.price;

import kontor.catalog.product.Assortment;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a product another price. */
@Service
class Pricing {

    private final Assortment assortment;
    private final PriceLists prices;
    private final Replies replies;
    private final Audit audit;

    Pricing(Assortment assortment, PriceLists prices, Replies replies, Audit audit) {
        this.assortment = assortment;
        this.prices = prices;
        this.replies = replies;
        this.audit = audit;
    }

    @Transactional
    public PriceView setPrice(SetPrice command) {
        assortment.share();
        return replies.once(command.key(), PriceView.class, () -> {
            long priceId = assortment.reprice(command.productId(), command.amountMinor(), command.adminId());
            audit.record("set-price", "product", command.productId());
            return prices.one(command.productId(), priceId);
        });
    }
}
