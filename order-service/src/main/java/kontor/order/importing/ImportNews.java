package kontor.order.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.order.importing.TakenOrders.Taken;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Component;

/** What follows from rows that were taken over: facts and one audit row for each (G-44, G-45). */
@Component
class ImportNews {

    private final ImportEvents events;
    private final Audit audit;

    ImportNews(ImportEvents events, Audit audit) {
        this.events = events;
        this.audit = audit;
    }

    void methods(List<MethodRow> rows, Map<String, Long> created, Collection<Long> matched, UUID adminId) {
        events.methods(rows, created, adminId);
        List<Long> all = new ArrayList<>(created.values());
        all.addAll(matched);
        audit.recordAll("import-payment-method", "payment-method", all);
    }

    void statuses(Collection<Long> matched) {
        audit.recordAll("import-order-status", "order-status", matched);
    }

    void orders(List<Taken> taken, UUID adminId) {
        events.orders(taken, adminId);
        audit.recordAll(
                "import-order",
                "order",
                taken.stream().map(one -> one.body().orderId()).toList());
    }
}
