package kontor.order.history;

import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of an order, for its customer, admins and staff with a ticket (G-23); others get {@code not-found}. */
@RestController
@RequestMapping("/api/v1/orders")
class LogController {

    private final LogRows rows;

    LogController(LogRows rows) {
        this.rows = rows;
    }

    @GetMapping("/{id}/log")
    @Access(Who.VERIFIED)
    Page<LogRows.LogRow> log(
            @PathVariable long id, @Listing(sort = "at", filters = "externalId") ListRequest request, Caller caller) {
        return rows.page(id, request, caller);
    }
}
