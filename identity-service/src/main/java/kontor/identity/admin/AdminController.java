package kontor.identity.admin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
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

/** Admin rights over HTTP. */
@RestController
@RequestMapping("/api/v1/members")
class AdminController {

    /** A history row never changes. */
    private static final long ONLY_VERSION = 1;

    private final Appointing appointing;
    private final Claiming claiming;
    private final RequestKeys keys;

    AdminController(Appointing appointing, Claiming claiming, RequestKeys keys) {
        this.appointing = appointing;
        this.claiming = claiming;
        this.keys = keys;
    }

    @PostMapping("/{id}/admin-changes")
    @Access(Who.ADMIN)
    ResponseEntity<Appointment> change(@PathVariable String id, Caller caller, @Valid @RequestBody Flag request) {
        return created(appointing.appoint(
                Addressed.anybody(id, caller), request.admin(), caller.memberId(), keys.ifSent(request)));
    }

    @PostMapping("/me/admin-claim")
    @Access(Who.SIGNED_IN)
    ResponseEntity<Appointment> claim(Caller caller) {
        return created(claiming.claim(caller.memberId(), keys.ifSent("")));
    }

    private static ResponseEntity<Appointment> created(Appointment appointment) {
        return ResponseEntity.created(URI.create("/api/v1/members/" + appointment.memberId() + "/history"))
                .eTag(IfMatch.etag(ONLY_VERSION))
                .body(appointment);
    }

    record Flag(@NotNull Boolean admin) {}
}
