package kontor.order.terms;

import jakarta.validation.Valid;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /order-statuses}: members read, admins name them. */
@RestController
@RequestMapping("/api/v1/order-statuses")
class StatusController {

    private final NamingStatuses naming;
    private final StatusLists statuses;

    StatusController(NamingStatuses naming, StatusLists statuses) {
        this.naming = naming;
        this.statuses = statuses;
    }

    /** What it shall be called. */
    record StatusPatch(@Required Sent<@Text(max = 30) String> name) {}

    @GetMapping
    @Access(Who.MEMBER)
    Page<StatusLists.StatusView> list(
            @Listing(
                            sort = {"position", "name"},
                            filters = "externalId")
                    ListRequest request) {
        return statuses.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<StatusLists.StatusView> one(@PathVariable long id) {
        return shown(id);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<StatusLists.StatusView> edit(
            @PathVariable long id, @Valid @RequestBody StatusPatch request, Caller caller, IfMatch expected) {
        naming.name(new NamingStatuses.NameStatus(id, request.name(), caller.memberId(), expected));
        return shown(id);
    }

    private ResponseEntity<StatusLists.StatusView> shown(long id) {
        StatusLists.StatusView status = statuses.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(status.version())).body(status);
    }
}
