package kontor.identity.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.identity.staff.StaffGrantChange.Grant;
import kontor.identity.state.Addressed;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff grants over HTTP. */
@RestController
@RequestMapping("/api/v1/members/{id}/staff-grant-changes")
class StaffController {

    /** A history row never changes. */
    private static final long ONLY_VERSION = 1;

    private final Granting granting;
    private final RequestKeys keys;

    StaffController(Granting granting, RequestKeys keys) {
        this.granting = granting;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<Grant> change(@PathVariable String id, Caller caller, @Valid @RequestBody GrantChoice request) {
        ChangeGrant command =
                new ChangeGrant(Addressed.anybody(id, caller), request.grant(), request.granted(), caller.memberId());
        Grant grant = granting.change(command, keys.ifSent(request));
        return ResponseEntity.created(URI.create("/api/v1/members/" + grant.memberId() + "/history"))
                .eTag(IfMatch.etag(ONLY_VERSION))
                .body(grant);
    }

    record GrantChoice(@NotNull StaffGrant grant, @NotNull Boolean granted) {}
}
