package kontor.invoice.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.invoice.issuer.IssuerAdded;
import kontor.invoice.issuer.IssuerBook;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over issuers, in the order sent: each takes effect after the one before it (V-1). */
@Service
class IssuerImporting {

    private final ImportTurn turn;
    private final IssuerBook book;
    private final ImportedIssuers issuers;
    private final ImportNews news;

    IssuerImporting(ImportTurn turn, IssuerBook book, ImportedIssuers issuers, ImportNews news) {
        this.turn = turn;
        this.book = book;
        this.issuers = issuers;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<IssuerRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "issuer", "issuers", rows, IssuerRow::externalId), batch -> {
            book.open();
            List<IssuerRow> fresh = List.copyOf(batch.fresh().values());
            List<IssuerAdded> added = issuers.create(source, fresh, adminId);
            Map<String, Long> created = IntStream.range(0, added.size())
                    .boxed()
                    .collect(Collectors.toMap(
                            i -> fresh.get(i).externalId(), i -> added.get(i).issuerId()));
            batch.created(created);
            news.issuers(added);
        });
    }
}
