package kontor.ledger.purchase;

import java.time.Instant;
import kontor.ledger.account.Money;
import kontor.ledger.product.KnownProduct;
import kontor.ledger.product.Price;
import kontor.ledger.product.PriceChanged;
import kontor.ledger.product.ProductInactive;
import kontor.ledger.product.ProductNotForSale;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.MemberNotActive;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.SystemMember;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.KnownMember;
import org.jspecify.annotations.Nullable;

/** A line that may be bought, at the price valid now (L-11). */
record PricedLine(MakePurchase.Line line, KnownMember member, KnownProduct product, Instant at, Money total) {

    /** Everything L-10 asks of a line, in its order; the limit comes last, after all lines. */
    static PricedLine judge(
            MakePurchase.Line line,
            @Nullable KnownMember member,
            @Nullable KnownProduct product,
            boolean isByAdmin,
            Instant now) {
        KnownMember buyer = requireBuyer(line, member, isByAdmin);
        Instant at = line.at() == null ? now : line.at();
        if (at.isAfter(now)) {
            throw new InFuture();
        }
        KnownProduct goods = requireGoods(line, product, isByAdmin);
        Money total = new Money(goods.price().grossMinor()).times(line.amount());
        return new PricedLine(line, buyer, goods, at, total);
    }

    private static KnownMember requireBuyer(MakePurchase.Line line, @Nullable KnownMember member, boolean isByAdmin) {
        if (member == null) {
            throw new UnknownReference(line.memberPointer());
        }
        if (!member.verified()) {
            throw new MemberNotVerified(member.memberId());
        }
        if (!member.active()) {
            throw new MemberNotActive(member.memberId());
        }
        if (member.systemMember() && !isByAdmin) {
            throw new SystemMember(member.memberId());
        }
        return member;
    }

    private static KnownProduct requireGoods(
            MakePurchase.Line line, @Nullable KnownProduct product, boolean isByAdmin) {
        if (product == null || product.withdrawn()) {
            throw new UnknownReference("/lines/%d/productId".formatted(line.index()));
        }
        if (!product.active() && !isByAdmin) {
            throw new ProductInactive(product.id());
        }
        if (!product.forSale() && !isByAdmin) {
            throw new ProductNotForSale(product.id());
        }
        @Nullable Long expected = line.expectedUnitPriceMinor();
        if (expected != null && expected != product.price().grossMinor()) {
            throw new PriceChanged(product);
        }
        return product;
    }

    Money vat() {
        Price price = product.price();
        return new Money(price.grossMinor() - price.netMinor()).times(line.amount());
    }

    Money net() {
        return total.minus(vat());
    }
}
