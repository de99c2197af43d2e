package kontor.invoice.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.invoice.paper.Paper;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads documents; whose they are is part of the query. */
@Component
public class InvoiceRows {

    private static final String OWN = "(cast(:customer as bigint) is null or i.customer_id = :customer)";

    private static final Lists.Query ROWS = new Lists.Query(
            Columns.HEAD + "where " + OWN + """
              and (cast(:orders as bigint[]) is null or i.order_id = any(:orders))
              and (cast(:customers as bigint[]) is null or i.customer_id = any(:customers))
              and (cast(:names as text[]) is null or i.customer_name ilike any(:names))
              and (cast(:numbers as text[]) is null or i.number ilike any(:numbers))
              and (cast(:kinds as text[]) is null or i.kind = any(:kinds))
              and (cast(:cancelled as boolean) is null or i.cancelled = :cancelled)
              and (cast(:from as date) is null or i.creation_date >= :from)
              and (cast(:to as date) is null or i.creation_date < :to)
              and (cast(:dueBefore as date) is null or i.payment_deadline < :dueBefore)
              and (cast(:externalIds as text[]) is null
                  or i.external_source || ':' || i.external_id = any(:externalIds))
            """,
            "bigint",
            Map.of(
                    "issuedAt", SortKey.instant("issued_at"),
                    "paymentDeadline", new SortKey("payment_deadline", "date"),
                    "grossMinor", SortKey.number("gross_minor")));

    private static final List<String> KINDS = List.of("INVOICE", "CANCELLATION");

    private final Lists lists;
    private final JdbcClient jdbc;

    InvoiceRows(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<InvoiceView> page(ListRequest request, Reader reader) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("customer", reader.customerId());
        params.put("orders", request.longs("orderId"));
        params.put("customers", request.longs("customerId"));
        params.put("names", request.contained("customerName"));
        params.put("numbers", request.contained("number"));
        params.put("kinds", request.words("kind", KINDS));
        params.put("cancelled", request.flag("cancelled"));
        params.put("from", Day.of(request, "from"));
        params.put("to", Day.of(request, "to"));
        params.put("dueBefore", Day.of(request, "dueBefore"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, InvoiceView::map);
    }

    /** {@code not-found} if there is none or it is somebody else's. */
    public InvoiceWithLines one(long id, Reader reader) {
        InvoiceView head = head(id, reader).orElseThrow(NotFound::new);
        List<Paper.Vat> vat = jdbc.sql("select * from invoice_vat where invoice_id = ? order by percentage")
                .param(id)
                .query((row, n) -> Columns.vat(row))
                .list();
        return new InvoiceWithLines(head, lines(id), vat);
    }

    List<InvoiceWithLines.Line> lines(long id, Reader reader) {
        if (head(id, reader).isEmpty()) {
            throw new NotFound();
        }
        return lines(id);
    }

    private Optional<InvoiceView> head(long id, Reader reader) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("customer", reader.customerId());
        params.put("id", id);
        return jdbc.sql(Columns.HEAD + "where i.id = :id and " + OWN)
                .params(params)
                .query(InvoiceView::map)
                .optional();
    }

    private List<InvoiceWithLines.Line> lines(long id) {
        return jdbc.sql("select * from invoice_item where invoice_id = ? order by line_no")
                .param(id)
                .query(InvoiceRows::line)
                .list();
    }

    private static InvoiceWithLines.Line line(ResultSet row, int number) throws SQLException {
        Paper.Line line = Columns.line(row);
        return new InvoiceWithLines.Line(
                row.getLong("id"),
                line.lineNo(),
                row.getLong("order_item_id"),
                row.getLong("product_id"),
                line.name(),
                line.amount(),
                line.unitPriceMinor(),
                line.vatPercentage(),
                line.netMinor());
    }
}
