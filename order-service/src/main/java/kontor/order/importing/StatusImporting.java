package kontor.order.importing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import kontor.platform.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins the statuses of another shop with those here, by their codes (G-41). */
@Service
class StatusImporting {

    private final ImportTurn turn;
    private final ImportNews news;

    StatusImporting(ImportTurn turn, ImportNews news) {
        this.turn = turn;
        this.news = news;
    }

    /** A status of another shop by the code it has here; statuses cannot be added, and its name stays. */
    record StatusRow(
            @NotNull @Text(max = 40) String externalId,
            @NotNull Standing code) {}

    @Transactional
    public ImportReport take(String source, List<StatusRow> rows, RequestKey key) {
        return turn.take(key, new Sent<>(source, "order_status", "statuses", rows, StatusRow::externalId), batch -> {
            batch.match("code", "code", row -> row.code().name());
            news.statuses(batch.matched());
        });
    }
}
