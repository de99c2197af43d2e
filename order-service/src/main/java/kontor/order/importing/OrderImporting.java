package kontor.order.importing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.order.importing.TakenOrders.Taken;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over orders as they stand. They hold no reservation (O-9), and one that was delivered there is never released
 * for an invoice by itself, since what was to be billed was billed there.
 */
@Service
class OrderImporting {

    private final ImportTurn turn;
    private final OrderCheck check;
    private final TakenOrders orders;
    private final ImportNews news;

    OrderImporting(ImportTurn turn, OrderCheck check, TakenOrders orders, ImportNews news) {
        this.turn = turn;
        this.check = check;
        this.orders = orders;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<OrderRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "retail_order", "orders", rows, OrderRow::externalId), batch -> {
            OrderNames names = check.judge(source, batch.fresh());
            List<Taken> taken = orders.create(source, List.copyOf(batch.fresh().values()), names, adminId);
            batch.created(taken.stream()
                    .collect(Collectors.toMap(
                            one -> one.row().externalId(), one -> one.body().orderId())));
            news.orders(taken, adminId);
        });
    }
}
