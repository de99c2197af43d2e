package kontor.invoice.invoice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.invoice.paper.Paper;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores documents, which nothing changes afterwards (V-9), and tells of them. */
@Component
public class Documents {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Documents(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether the order has an invoice that is not cancelled (V-2). */
    public boolean hasLive(long orderId) {
        return jdbc.sql("""
                        select exists (select from invoice where order_id = ? and kind = 'INVOICE' and not cancelled)
                        """).param(orderId).query(Boolean.class).single();
    }

    /** The document of this id; it is neither printed nor cancelled by others until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> lock(long id) {
        return jdbc.sql("select id from invoice where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** The same for the live invoice of the order, if it bills this customer, as printed (V-11). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> lockLive(String customerName, long orderId) {
        return jdbc.sql("""
                        select id from invoice
                        where order_id = ? and customer_name = ? and kind = 'INVOICE' and not cancelled for update
                        """).params(orderId, customerName).query(Long.class).optional();
    }

    /**
     * Stores an invoice. One that was cancelled where it was imported from is told as such: neither a live invoice nor
     * a receivable follows from it here.
     *
     * @param requestId the request that it fulfils; null for an imported one
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long issue(Document invoice, @Nullable Long requestId) {
        long id = store(invoice);
        events.publishEvent(
                invoice.wasCancelled() ? Facts.importedCancelled(id, invoice) : Facts.issued(id, invoice, requestId));
        return id;
    }

    /**
     * Stores the document that cancels an invoice, which the caller has locked (V-11).
     *
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long cancel(Document cancellation, long cancelledId, String cancelledNumber) {
        jdbc.sql("update invoice set cancelled = true where id = ?")
                .param(cancelledId)
                .update();
        long id = store(cancellation);
        events.publishEvent(Facts.cancelled(id, cancellation, cancelledId, cancelledNumber));
        return id;
    }

    private long store(Document document) {
        long id = storeHead(document);
        storeLines(id, document);
        storeVat(id, document.paper());
        return id;
    }

    private long storeHead(Document document) {
        return jdbc.sql("""
                        insert into invoice (kind, number, issuer_id, order_id, customer_id, series_issuer_id,
                            series_year, seq_no, customer_name, customer_street, customer_zip_code, customer_city,
                            customer_country, customer_tax_identifier, ship_to_name, ship_to_street, ship_to_zip_code,
                            ship_to_city, ship_to_country, ship_to_phone, payment_method, means_code, creation_date,
                            delivery_date, payment_deadline, currency, net_minor, vat_minor, gross_minor, reason,
                            item_count, issued_at, actor_id, cancels_id, content_hash, external_source, external_id,
                            printed_copies, cancelled)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning id
                        """)
                .params(Stream.of(about(document), Columns.of(document.paper()), facts(document))
                        .flatMap(List::stream)
                        .toList())
                .query(Long.class)
                .single();
    }

    private static List<@Nullable Object> about(Document document) {
        Document.@Nullable Place place = document.place();
        return SqlValues.of(
                document.paper().kind().name(),
                document.paper().number(),
                document.issuerId(),
                document.orderId(),
                document.customerId(),
                place == null ? null : document.issuerId(),
                place == null ? null : place.year(),
                place == null ? null : place.seqNo());
    }

    private static List<@Nullable Object> facts(Document document) {
        Document.@Nullable Source source = document.source();
        return SqlValues.of(
                document.paper().reason(),
                document.itemCount(),
                document.issuedAt(),
                document.actorId(),
                document.cancelsId(),
                ContentHash.of(document.paper()),
                source == null ? null : source.source(),
                source == null ? null : source.externalId(),
                source == null ? 0 : source.printedCopies(),
                source != null && source.cancelled());
    }

    private void storeLines(long id, Document document) {
        List<Paper.Line> lines = document.paper().lines();
        jdbc.sql("""
                        insert into invoice_item (invoice_id, order_item_id, product_id, line_no, name, amount,
                            unit_price_minor, vat_percentage, net_minor, external_source, external_id)
                        select ?, order_item_id, product_id, line_no, name, amount, unit_price_minor, vat_percentage,
                            net_minor, case when external_id is null then null else ? end, external_id
                        from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as int[]),
                            cast(? as text[]), cast(? as int[]), cast(? as bigint[]), cast(? as numeric[]),
                            cast(? as bigint[])) i (order_item_id, product_id, external_id, line_no, name, amount,
                            unit_price_minor, vat_percentage, net_minor)
                        """)
                .params(
                        id,
                        document.source() == null ? "" : document.source().source(),
                        SqlValues.texts(document.sold(), Document.Sold::orderItemId),
                        SqlValues.texts(document.sold(), Document.Sold::productId),
                        SqlValues.texts(document.sold(), Document.Sold::externalId),
                        SqlValues.texts(lines, Paper.Line::lineNo),
                        SqlValues.texts(lines, Paper.Line::name),
                        SqlValues.texts(lines, Paper.Line::amount),
                        SqlValues.texts(lines, Paper.Line::unitPriceMinor),
                        SqlValues.texts(lines, Paper.Line::vatPercentage),
                        SqlValues.texts(lines, Paper.Line::netMinor))
                .update();
    }

    private void storeVat(long id, Paper paper) {
        jdbc.sql("""
                        insert into invoice_vat (invoice_id, percentage, net_minor, vat_minor)
                        select ?, percentage, net_minor, vat_minor
                        from unnest(cast(? as numeric[]), cast(? as bigint[]), cast(? as bigint[]))
                            v (percentage, net_minor, vat_minor)
                        """)
                .params(
                        id,
                        SqlValues.texts(paper.vat(), Paper.Vat::percentage),
                        SqlValues.texts(paper.vat(), Paper.Vat::netMinor),
                        SqlValues.texts(paper.vat(), Paper.Vat::vatMinor))
                .update();
    }
}
