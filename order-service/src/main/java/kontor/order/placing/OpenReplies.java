package kontor.order.placing;

import java.util.function.Supplier;
import kontor.platform.messaging.EventJson;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replies in two steps: the effect claims the key, and what its caller was answered after the wait is stored when that
 * is known. A retry in between, as after a crash, waits by itself (G-26, G-29).
 */
@Component
class OpenReplies {

    private final Replies replies;
    private final JdbcClient jdbc;

    OpenReplies(Replies replies, JdbcClient jdbc) {
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public PlacedOrder once(RequestKey request, Supplier<PlacedOrder> effect) {
        return replies.once(request, PlacedOrder.class, effect);
    }

    /** Only the open reply is replaced, so all who ask with the key get the same answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PlacedOrder settle(RequestKey request, PlacedOrder open, PlacedOrder answered) {
        boolean isFirst =
                jdbc.sql("update reply set body = ? where caller = ? and operation = ? and key = ? and body = ?")
                                .params(
                                        EventJson.write(answered),
                                        request.caller(),
                                        request.operation(),
                                        String.valueOf(request.key()),
                                        EventJson.write(open))
                                .update()
                        == 1;
        return isFirst ? answered : replies.replay(request, PlacedOrder.class);
    }

    /** Whether the catalog has decided; without a transaction, so that no connection is held while waiting. */
    boolean isDecided(long orderId) {
        return jdbc.sql("select exists (select from retail_order where id = ? and status_id <> 1)")
                .param(orderId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
