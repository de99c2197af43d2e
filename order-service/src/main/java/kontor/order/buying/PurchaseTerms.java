package kontor.order.buying;

import static kontor.order.money.Range.MOST_MINOR;

import java.time.Instant;
import kontor.order.address.Address;
import kontor.order.fee.Fee;
import kontor.order.fee.FeeModels;
import kontor.order.offer.KnownPackagings;
import kontor.order.offer.Packaging;
import kontor.order.purchase.NewPurchase;
import kontor.order.tariff.Parcel;
import kontor.order.tariff.Shipping;
import kontor.order.tariff.Tariffs;
import kontor.platform.rejection.AmountOutOfRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks a purchase as far as order-service knows, in the order of the rules, and settles its terms (O-20 to O-22); how
 * much there is of a listing is known to the catalog alone.
 */
@Component
class PurchaseTerms {

    private final Parties parties;
    private final Goods goods;
    private final KnownPackagings packagings;
    private final Tariffs tariffs;
    private final FeeModels fees;

    PurchaseTerms(Parties parties, Goods goods, KnownPackagings packagings, Tariffs tariffs, FeeModels fees) {
        this.parties = parties;
        this.goods = goods;
        this.packagings = packagings;
        this.tariffs = tariffs;
        this.fees = fees;
    }

    NewPurchase settle(BuyGoods command, Instant now) {
        parties.requireBuyer(command.buyerId());
        Goods.Basket basket = goods.take(command);
        Packaging packaging = packagings.requireActive(command.packagingId());
        Address shipTo = parties.addressOf(command.buyerId(), command.siteId(), command.shipTo());
        Shipping shipping = tariffs.require(
                command.shippingTariffId(),
                command.extraIds(),
                new Parcel(basket.country(), shipTo.country(), basket.weightG() + packaging.weightG(), packaging),
                now);
        long goodsMinor = inRange(basket.goodsMinor());
        Fee fee = fees.feeOf(goodsMinor, now);
        NewPurchase.Price price = new NewPurchase.Price(goodsMinor, fee.feesMinor(), shipping.shippingMinor());
        requireExpected(command.expectedTotalMinor(), inRange(price.totalMinor()));
        return new NewPurchase(
                command.buyerId(),
                basket.sellerId(),
                command.actor(),
                now,
                packaging.id(),
                shipping.tariffId(),
                shipping.tracked(),
                fee.feeModelId(),
                shipTo,
                price,
                basket.lines());
    }

    private static long inRange(long minor) {
        if (minor > MOST_MINOR) {
            throw new AmountOutOfRange();
        }
        return minor;
    }

    private static void requireExpected(@Nullable Long expected, long totalMinor) {
        if (expected != null && expected != totalMinor) {
            throw new PriceChanged(totalMinor);
        }
    }
}
