package kontor.invoice.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.platform.importing.ImportReport;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports over HTTP (G-39 to G-44): rows of one source, all or none; a row whose external id is here is left as it is,
 * so a request may be sent again. The first row at fault is named by its pointer.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int ROWS_MOST = 100;

    /** The sources whose invoices can be taken over (G-2). */
    private static final String SOURCES = "retail";

    private final IssuerImporting issuers;
    private final InvoiceImporting invoices;
    private final RequestKeys keys;

    ImportController(IssuerImporting issuers, InvoiceImporting invoices, RequestKeys keys) {
        this.issuers = issuers;
        this.invoices = invoices;
        this.keys = keys;
    }

    @PostMapping("/issuers")
    @Access(Who.ADMIN)
    ImportReport issuers(@Valid @RequestBody Issuers request, Caller caller) {
        return issuers.take(request.source(), request.issuers(), caller.memberId(), keys.ifSent(request));
    }

    @PostMapping("/invoices")
    @Access(Who.ADMIN)
    ImportReport invoices(@Valid @RequestBody Invoices request, Caller caller) {
        return invoices.take(request.source(), request.invoices(), caller.memberId(), keys.ifSent(request));
    }

    record Issuers(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid IssuerRow> issuers) {}

    record Invoices(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid InvoiceRow> invoices) {}
}
