package kontor.identity.importing.customer;

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

/** Imports of customers and their log-ins over HTTP, by the rules of every import (G-39 to G-44). */
@RestController
@RequestMapping("/api/v1/imports")
class CustomerImportController {

    private static final int CUSTOMERS_MOST = 100;

    /** Keycloak hashes each password while the request waits. */
    private static final int LOG_INS_MOST = 20;

    /** The sources whose customers can be taken over (G-2). */
    private static final String SOURCES = "retail";

    private final CustomerImporting customers;
    private final LogInImporting logIns;
    private final RequestKeys keys;

    CustomerImportController(CustomerImporting customers, LogInImporting logIns, RequestKeys keys) {
        this.customers = customers;
        this.logIns = logIns;
        this.keys = keys;
    }

    @PostMapping("/customers")
    @Access(Who.ADMIN)
    ImportReport customers(@Valid @RequestBody Customers request, Caller caller) {
        return customers.take(request.source(), request.customers(), caller.memberId(), keys.ifSent(request));
    }

    @PostMapping("/log-ins")
    @Access(Who.ADMIN)
    ImportReport logIns(@Valid @RequestBody LogIns request) {
        // The key's fingerprint is of the external ids alone: nothing that is made from a password is kept.
        return logIns.take(request.source(), request.logIns(), keys.ifSent(request.externalIds()));
    }

    record Customers(
            @NotNull @Pattern(regexp = SOURCES) String source,

            @NotNull @Size(min = 1, max = CUSTOMERS_MOST) List<@NotNull @Valid CustomerRow> customers) {}

    record LogIns(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = LOG_INS_MOST) List<@NotNull @Valid LogInRow> logIns) {

        List<String> externalIds() {
            return logIns.stream().map(LogInRow::externalId).toList();
        }
    }
}
