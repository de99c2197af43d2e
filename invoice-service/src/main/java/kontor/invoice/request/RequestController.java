package kontor.invoice.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.invoice.invoice.InvoiceRows;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.invoice.invoice.Reader;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
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

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,9})(?=$|[,;\\s])");
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Requesting requesting;
    private final Outcomes outcomes;
    private final RequestRows requests;
    private final InvoiceRows invoices;
    private final RequestKeys keys;

    RequestController(
            Requesting requesting, Outcomes outcomes, RequestRows requests, InvoiceRows invoices, RequestKeys keys) {
        this.requesting = requesting;
        this.outcomes = outcomes;
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
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Caller caller,
            HttpServletRequest http) {
        Requesting.Receipt receipt = requesting.request(
                new Requesting.RequestInvoice(wish.orderId(), wish.deliveryDate(), caller.memberId(), keys.of(wish)));
        RequestView request = outcomes.await(receipt.requestId(), waitOf(prefer));
        return switch (request.state()) {
            case PENDING ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/invoice-requests/" + request.id()))
                        .eTag(IfMatch.etag(request.version()))
                        .body(request);
            case ISSUED -> issued(Objects.requireNonNull(request.invoiceId(), "issued requests have an invoice"));
            case REFUSED -> {
                // The request is kept under the key, and its outcome with it: the refusal is not kept once more.
                http.removeAttribute(RequestKeys.class.getName());
                throw Refusals.of(String.valueOf(request.reason()));
            }
        };
    }

    @GetMapping("/invoice-requests/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<RequestView> one(@PathVariable long id) {
        RequestView request = requests.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(request.version())).body(request);
    }

    private ResponseEntity<InvoiceWithLines> issued(long invoiceId) {
        InvoiceWithLines invoice = invoices.one(invoiceId, new Reader(null));
        return ResponseEntity.created(URI.create("/api/v1/invoices/" + invoiceId))
                .eTag(IfMatch.etag(invoice.invoice().version()))
                .body(invoice);
    }

    /** What it does not say, or says otherwise, is as if it were not sent, as with every preference. */
    private static Duration waitOf(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return USUAL_WAIT;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
    }
}
