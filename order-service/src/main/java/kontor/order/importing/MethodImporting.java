package kontor.order.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over payment methods: one of the same name here is the same method, the others are new. */
@Service
class MethodImporting {

    private final ImportTurn turn;
    private final ImportedMethods methods;
    private final ImportNews news;

    MethodImporting(ImportTurn turn, ImportedMethods methods, ImportNews news) {
        this.turn = turn;
        this.methods = methods;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<MethodRow> rows, UUID adminId, RequestKey key) {
        return turn.take(
                key, new Sent<>(source, "payment_method", "paymentMethods", rows, MethodRow::externalId), batch -> {
                    batch.match("method", "method", MethodRow::method);
                    List<MethodRow> fresh = List.copyOf(batch.fresh().values());
                    Map<String, Long> created = methods.create(source, fresh);
                    batch.created(created);
                    news.methods(fresh, created, batch.matched(), adminId);
                });
    }
}
