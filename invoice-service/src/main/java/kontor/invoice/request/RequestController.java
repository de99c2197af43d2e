package kontor.invoice.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.invoice.invoice.InvoiceRows;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.invoice.invoice.Reader;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins ask for invoices, and see what became of it. */
@RestController
@RequestMapping("/api/v1")
class RequestController {

    private final Requesting requesting;
    private final Decisions decisions;
    private final RequestRows requests;
    private final InvoiceRows invoices;
    private final RequestKeys keys;

    RequestController(
            Requesting requesting, Decisions decisions, RequestRows requests, InvoiceRows invoices, RequestKeys keys) {
        this.requesting = requesting;
        this.decisions = decisions;
        this.requests = requests;
        this.invoices = invoices;
        this.keys = keys;
    }

    /** Without delivery date it is the day on which the order was delivered, else today (V-6). */
    record InvoiceWish(@NotNull Long orderId, @Nullable LocalDate deliveryDate) {}

    /** 201 with the invoice if it is issued within the time of {@code Prefer: wait=n}, else 202 with the request. */
    @PostMapping("/invoices")
    @Access(Who.ADMIN)
    ResponseEntity<?> request(
            @Valid @RequestBody InvoiceWish wish,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer,
            Caller caller,
            HttpServletRequest http) {
        Wait wait = Wait.of(prefer);
        RequestKey key = keys.of(wish);
        Answer answer = requesting.request(
                new Requesting.RequestInvoice(wish.orderId(), wish.deliveryDate(), caller.memberId(), key));
        RequestView request = answer.request();
        if (!answer.isGiven()) {
            decisions.await(
                    request.id(),
                    wait.limit(),
                    () -> !requests.one(request.id()).isPending());
            answer = requesting.answer(key, answer, answerTo(request.id()));
        }
        return shown(answer, wait, http);
    }

    private Answer answerTo(long requestId) {
        RequestView request = requests.one(requestId);
        Long invoiceId = request.invoiceId();
        return Answer.given(
                request, invoiceId == null ? null : Answer.Issued.of(invoices.one(invoiceId, new Reader(null))));
    }

    private static ResponseEntity<?> shown(Answer answer, Wait wait, HttpServletRequest http) {
        RequestView request = answer.request();
        if (request.reason() != null) {
            // Kept under the key as what became of the request; the refusal is not kept once more.
            http.removeAttribute(RequestKeys.class.getName());
            throw Refusals.of(request.reason());
        }
        if (answer.issued() == null) {
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/invoice-requests/" + request.id()))
                    .eTag(IfMatch.etag(request.version()))
                    .headers(wait::applyTo)
                    .body(request);
        }
        InvoiceWithLines invoice = answer.issued().shown();
        return ResponseEntity.created(
                        URI.create("/api/v1/invoices/" + invoice.invoice().id()))
                .eTag(IfMatch.etag(invoice.invoice().version()))
                .headers(wait::applyTo)
                .body(invoice);
    }

    @GetMapping("/invoice-requests/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<RequestView> one(@PathVariable long id) {
        RequestView request = requests.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(request.version())).body(request);
    }
}
