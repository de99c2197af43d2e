package kontor.order.tariff;

import java.util.function.LongSupplier;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a request with a key has made, once. */
@Component
class TariffReplies {

    private final Replies replies;
    private final TariffLists tariffs;
    private final ExtraLists extras;

    TariffReplies(Replies replies, TariffLists tariffs, ExtraLists extras) {
        this.replies = replies;
        this.tariffs = tariffs;
        this.extras = extras;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TariffView tariff(RequestKey key, LongSupplier effect) {
        return replies.once(key, TariffView.class, () -> tariffs.one(effect.getAsLong()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ExtraLists.ExtraView extra(RequestKey key, LongSupplier effect) {
        return replies.once(key, ExtraLists.ExtraView.class, () -> extras.one(effect.getAsLong()));
    }
}
