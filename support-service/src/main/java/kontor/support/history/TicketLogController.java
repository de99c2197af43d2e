package kontor.support.history;

import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.support.party.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of a ticket, for staff of its level (S-5), but not for its creator: {@code forbidden}. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketLogController {

    private final TicketLogRows rows;

    TicketLogController(TicketLogRows rows) {
        this.rows = rows;
    }

    @GetMapping("/{id}/log")
    @Access(Who.SUPPORT_1)
    Page<TicketLogRows.TicketLogRow> ticketLog(
            @PathVariable long id, @Listing(sort = "at", filters = "externalId") ListRequest request, Caller caller) {
        return rows.page(id, request, Viewer.of(caller));
    }
}
