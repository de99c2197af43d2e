package kontor.order.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.order.importing.StatusImporting.StatusRow;
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

    /** The sources whose orders can be taken over (G-2). */
    private static final String SOURCES = "retail";

    private final MethodImporting methods;
    private final StatusImporting statuses;
    private final OrderImporting orders;
    private final RequestKeys keys;

    ImportController(MethodImporting methods, StatusImporting statuses, OrderImporting orders, RequestKeys keys) {
        this.methods = methods;
        this.statuses = statuses;
        this.orders = orders;
        this.keys = keys;
    }

    @PostMapping("/payment-methods")
    @Access(Who.ADMIN)
    ImportReport methods(@Valid @RequestBody Methods request, Caller caller) {
        return methods.take(request.source(), request.paymentMethods(), caller.memberId(), keys.ifSent(request));
    }

    @PostMapping("/order-statuses")
    @Access(Who.ADMIN)
    ImportReport statuses(@Valid @RequestBody Statuses request) {
        return statuses.take(request.source(), request.statuses(), keys.ifSent(request));
    }

    @PostMapping("/orders")
    @Access(Who.ADMIN)
    ImportReport orders(@Valid @RequestBody Orders request, Caller caller) {
        return orders.take(request.source(), request.orders(), caller.memberId(), keys.ifSent(request));
    }

    record Methods(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid MethodRow> paymentMethods) {}

    record Statuses(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid StatusRow> statuses) {}

    record Orders(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid OrderRow> orders) {}
}
