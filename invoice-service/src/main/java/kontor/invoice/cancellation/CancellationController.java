package kontor.invoice.cancellation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /invoice-cancellations}: admins cancel invoices. */
@RestController
class CancellationController {

    private final Cancelling cancelling;
    private final RequestKeys keys;

    CancellationController(Cancelling cancelling, RequestKeys keys) {
        this.cancelling = cancelling;
        this.keys = keys;
    }

    /** The invoice by its id, or by customer name and order; the reason is printed. */
    record CancellationRequest(
            @Nullable Long invoiceId,
            @Nullable @Text(max = 50) String customerName,
            @Nullable Long orderId,
            @NotNull @Text(max = 200) String reason) {

        CancelInvoice toCommand(RequestKey key, UUID adminId) {
            return new CancelInvoice(name(), reason, adminId, key);
        }

        /** Both or neither way names nothing. */
        private CancelInvoice.Name name() {
            if (invoiceId != null && customerName == null && orderId == null) {
                return new CancelInvoice.ById(invoiceId);
            }
            if (invoiceId == null && customerName != null && orderId != null) {
                return new CancelInvoice.ByCustomer(customerName, orderId);
            }
            throw new UnknownReference("/invoiceId");
        }
    }

    @PostMapping("/api/v1/invoice-cancellations")
    @Access(Who.ADMIN)
    ResponseEntity<InvoiceWithLines> cancel(@Valid @RequestBody CancellationRequest request, Caller caller) {
        InvoiceWithLines cancellation = cancelling.cancel(request.toCommand(keys.of(request), caller.memberId()));
        return ResponseEntity.created(
                        URI.create("/api/v1/invoices/" + cancellation.invoice().id()))
                .eTag(IfMatch.etag(cancellation.invoice().version()))
                .body(cancellation);
    }
}
