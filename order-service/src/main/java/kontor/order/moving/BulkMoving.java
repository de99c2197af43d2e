package kontor.order.moving;

import java.util.List;
import kontor.order.listing.OrderView;
import kontor.order.order.OrderStatus;
import kontor.order.party.Actor;
import kontor.platform.Rejection;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves several orders, each on its own. Each has a part of the key, so that a retry after a crash in the middle goes
 * on where it stood; when all are done the answer as a whole is stored (G-26).
 */
@Service
class BulkMoving {

    private final Moving moving;
    private final Replies replies;
    private final TransactionTemplate transactions;

    BulkMoving(Moving moving, Replies replies, TransactionTemplate transactions) {
        this.moving = moving;
        this.replies = replies;
        this.transactions = transactions;
    }

    /** What became of the orders, in the order in which they were named. */
    record Results(List<Result> results) {}

    /**
     * What became of one.
     *
     * @param status where it stands now, null if it was refused
     * @param code problem code of the refusal, with its sentence
     */
    record Result(
            Long orderId,
            @Nullable OrderStatus status,
            @Nullable String code,
            @Nullable String message) {}

    Results move(RequestKey request, Actor actor, List<Long> orderIds, OrderStatus to) {
        return replies.stored(request, Results.class)
                .orElseGet(() -> keep(
                        request,
                        new Results(orderIds.stream()
                                .map(id -> move(new MoveOrder(partOf(request, id), actor, id, to)))
                                .toList())));
    }

    private Results keep(RequestKey request, Results results) {
        return transactions.execute(ignored -> replies.once(request, Results.class, () -> results));
    }

    private Result move(MoveOrder command) {
        try {
            OrderView moved = moving.move(command);
            return new Result(command.orderId(), moved.status(), null, null);
        } catch (Rejection refused) {
            return new Result(command.orderId(), null, refused.code(), refused.detail());
        }
    }

    private static RequestKey partOf(RequestKey request, long orderId) {
        return new RequestKey(
                request.caller(), request.operation() + "#" + orderId, request.key(), request.fingerprint());
    }
}
