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

/** Who has, or had, a ticket, for its creator and staff (S-5); others get {@code not-found}. */
@RestController
@RequestMapping("/api/v1/tickets/{id}/assignments")
class AssignmentController {

    private final AssignmentViews views;

    AssignmentController(AssignmentViews views) {
        this.views = views;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<AssignmentView> assignments(
            @PathVariable long id,
            @Listing(sort = "startedAt", filters = "externalId") ListRequest request,
            Caller caller) {
        return views.page(id, request, Viewer.of(caller));
    }

    @GetMapping("/{assignmentId}")
    @Access(Who.VERIFIED)
    ResponseEntity<AssignmentView> assignment(@PathVariable long id, @PathVariable long assignmentId, Caller caller) {
        AssignmentView assignment = views.one(id, assignmentId, Viewer.of(caller));
        return ResponseEntity.ok().eTag(IfMatch.etag(assignment.version())).body(assignment);
    }
}
