package kontor.order.quote;

import static kontor.order.money.Range.MOST_MINOR;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kontor.order.fee.FeeModels;
import kontor.order.tariff.Parcel;
import kontor.order.tariff.Tariffs;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes what a purchase would cost by what is known here; nothing is reserved. */
@Service
class Quoting {

    private final Baskets baskets;
    private final FeeModels fees;
    private final Tariffs tariffs;
    private final Replies replies;
    private final Clock clock;

    Quoting(Baskets baskets, FeeModels fees, Tariffs tariffs, Replies replies, Clock clock) {
        this.baskets = baskets;
        this.fees = fees;
        this.tariffs = tariffs;
        this.replies = replies;
        this.clock = clock;
    }

    /** Refuses what a purchase of these lines would be refused for; that no tariff fits is an answer. */
    @Transactional
    public Quote quote(AskQuote question) {
        return replies.once(question.key(), Quote.class, () -> {
            Basket basket = baskets.of(question);
            Instant now = clock.instant();
            long goods = basket.goodsMinor();
            long feesMinor = fees.feeOf(goods, now).feesMinor();
            Parcel parcel = basket.parcelTo(question.country());
            List<Quote.Item> items = tariffs.fitting(parcel, now).stream()
                    .map(carriage -> Quote.Item.of(carriage, goods + feesMinor))
                    .filter(item -> item.totalMinor() <= MOST_MINOR)
                    .toList();
            return new Quote(goods, feesMinor, parcel.weightG(), items);
        });
    }
}
