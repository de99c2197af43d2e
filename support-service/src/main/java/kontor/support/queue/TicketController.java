package kontor.support.queue;

import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.support.party.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets to read: members their own, staff those up to their level (S-5); else {@code not-found}. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final TicketViews views;

    TicketController(TicketViews views) {
        this.views = views;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<TicketView> tickets(
            @Listing(
                            sort = {"-createdAt", "priority", "firstAnswerDueAt"},
                            filters = {
                                "status",
                                "level",
                                "priority",
                                "assignedTo",
                                "unassigned",
                                "targetType",
                                "targetId",
                                "breached",
                                "from",
                                "to",
                                "externalId"
                            })
                    ListRequest request,
            Caller caller) {
        return views.page(request, Viewer.of(caller));
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<TicketView> ticket(@PathVariable long id, Caller caller) {
        TicketView ticket = views.one(id, Viewer.of(caller));
        return ResponseEntity.ok().eTag(IfMatch.etag(ticket.version())).body(ticket);
    }
}
