package kontor.invoice.invoice;

import java.util.List;
import kontor.invoice.ticket.TicketAssignments;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /invoices}: a customer reads his own, an admin all, staff those that its tickets are about (V-16). Nothing
 * here changes a document (V-9).
 */
@RestController
@RequestMapping("/api/v1/invoices")
class InvoiceController {

    private final InvoiceRows rows;
    private final TicketAssignments tickets;

    InvoiceController(InvoiceRows rows, TicketAssignments tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<InvoiceView> list(
            @Listing(
                            sort = {"-issuedAt", "paymentDeadline", "grossMinor"},
                            filters = {
                                "orderId",
                                "customerId",
                                "customerName",
                                "number",
                                "kind",
                                "cancelled",
                                "from",
                                "to",
                                "dueBefore",
                                "externalId"
                            })
                    ListRequest request,
            Caller caller) {
        return rows.page(request, Reader.of(caller));
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<InvoiceWithLines> one(@PathVariable long id, Caller caller) {
        InvoiceWithLines found = rows.one(id, reader(caller, id));
        return ResponseEntity.ok().eTag(IfMatch.etag(found.invoice().version())).body(found);
    }

    /** All of them: a document has at most 100. */
    @GetMapping("/{id}/items")
    @Access(Who.VERIFIED)
    Page<InvoiceWithLines.Line> items(@PathVariable long id, Caller caller) {
        return Page.of(rows.lines(id, reader(caller, id)));
    }

    @GetMapping("/{id}/items/{itemId}")
    @Access(Who.VERIFIED)
    InvoiceWithLines.Line item(@PathVariable long id, @PathVariable long itemId, Caller caller) {
        List<InvoiceWithLines.Line> lines = rows.lines(id, reader(caller, id));
        return lines.stream().filter(line -> line.id() == itemId).findFirst().orElseThrow(NotFound::new);
    }

    private Reader reader(Caller caller, long id) {
        return tickets.has(caller, id) ? Reader.ANY : Reader.of(caller);
    }
}
