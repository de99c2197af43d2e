package kontor.ledger.receivable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import kontor.ledger.account.Money;
import kontor.ledger.account.NotZero;
import kontor.ledger.receivable.ReceivableRows.PaymentWithHistory;
import kontor.ledger.receivable.ReceivableRows.ReceivableView;
import kontor.ledger.receivable.ReceivableRows.ReceivableWithPayments;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What invoices demand and what was paid, recorded by admins; customers see their own. */
@RestController
@RequestMapping("/api/v1")
class ReceivableController {

    private static final String PAYMENTS = "/api/v1/invoice-payments/";

    private final Paying paying;
    private final ReceivableRows rows;
    private final RequestKeys keys;

    ReceivableController(Paying paying, ReceivableRows rows, RequestKeys keys) {
        this.paying = paying;
        this.rows = rows;
        this.keys = keys;
    }

    /** Amount in minor units, not 0, below 0 paid back; the day is not after today ({@code in-future}). */
    record PaymentRequest(
            @NotNull @Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR) @NotZero
            Long amountMinor,

            @NotNull LocalDate receivedOn,
            @Nullable @Text(max = 64) String comment) {

        Paying.RecordPayment toCommand(RequestKeys keys, UUID adminId, long invoiceId) {
            return new Paying.RecordPayment(
                    keys.of(this), adminId, invoiceId, new Money(amountMinor), receivedOn, comment);
        }
    }

    /** Which way to switch. */
    record PaymentSwitch(@NotNull Boolean revoked) {}

    @GetMapping("/receivables")
    @Access(Who.VERIFIED)
    Page<ReceivableView> list(
            @Listing(
                            sort = {"-paymentDeadline", "invoiceId", "openMinor"},
                            filters = {"overdue", "customerId"})
                    ListRequest request,
            Caller caller) {
        return rows.page(request, caller);
    }

    @GetMapping("/receivables/{invoiceId}")
    @Access(Who.VERIFIED)
    ResponseEntity<ReceivableWithPayments> one(@PathVariable long invoiceId, Caller caller) {
        ReceivableWithPayments found = rows.one(invoiceId, caller);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(found.receivable().version()))
                .body(found);
    }

    /** {@code payment-out-of-range} unless the sum of all payments stays within what the invoice allows (L-31). */
    @PostMapping("/receivables/{invoiceId}/payments")
    @Access(Who.ADMIN)
    ResponseEntity<InvoicePaymentView> pay(
            @PathVariable long invoiceId, @Valid @RequestBody PaymentRequest request, Caller caller) {
        return created(paying.pay(request.toCommand(keys, caller.memberId(), invoiceId)));
    }

    @GetMapping("/invoice-payments/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<PaymentWithHistory> payment(@PathVariable long id, Caller caller) {
        PaymentWithHistory found = rows.payment(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etag(found.payment().version())).body(found);
    }

    /** {@code already-in-state}, {@code payment-out-of-range}. */
    @PostMapping("/invoice-payments/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<InvoicePaymentView> switchOver(
            @PathVariable long id, @Valid @RequestBody PaymentSwitch request, Caller caller) {
        return created(paying.switchOver(
                new Paying.SwitchPayment(keys.of(request), caller.memberId(), id, request.revoked())));
    }

    private static ResponseEntity<InvoicePaymentView> created(InvoicePaymentView payment) {
        return ResponseEntity.created(URI.create(PAYMENTS + payment.id()))
                .eTag(IfMatch.etag(payment.version()))
                .body(payment);
    }
}
