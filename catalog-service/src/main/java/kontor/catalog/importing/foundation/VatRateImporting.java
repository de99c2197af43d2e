package kontor.catalog.importing.foundation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.catalog.importing.ImportTurn;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over VAT rates: one of the same percentage here is the same rate, the others are new from now on. */
@Service
class VatRateImporting {

    private final ImportTurn turn;
    private final ImportedVatRates vatRates;
    private final FoundationNews news;
    private final Clock clock;

    VatRateImporting(ImportTurn turn, ImportedVatRates vatRates, FoundationNews news, Clock clock) {
        this.turn = turn;
        this.vatRates = vatRates;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public ImportReport take(String source, List<VatRateRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "vat_rate", "vatRates", rows, VatRateRow::externalId), batch -> {
            batch.match("percentage", "percentage::text", VatRateRow::stored);
            List<VatRateRow> fresh = List.copyOf(batch.fresh().values());
            Instant now = clock.instant();
            Map<String, Long> created = vatRates.create(source, fresh, adminId, now);
            batch.created(created);
            news.vatRates(fresh, created, batch.matched(), adminId, now);
        });
    }
}
