package kontor.identity.verification;

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

/** Verification and rank changes over HTTP. */
@RestController
@RequestMapping("/api/v1/members/{id}")
class VerificationController {

    /** A history row never changes. */
    private static final long ONLY_VERSION = 1;

    private final Verifying verifying;
    private final Promoting promoting;
    private final RequestKeys keys;

    VerificationController(Verifying verifying, Promoting promoting, RequestKeys keys) {
        this.verifying = verifying;
        this.promoting = promoting;
        this.keys = keys;
    }

    @PostMapping("/verification")
    @Access(Who.ADMIN)
    ResponseEntity<Decision> verify(@PathVariable String id, Caller caller, @Valid @RequestBody RankChoice request) {
        return created(verifying.verify(command(id, caller, request)));
    }

    @PostMapping("/rank-changes")
    @Access(Who.ADMIN)
    ResponseEntity<Decision> change(@PathVariable String id, Caller caller, @Valid @RequestBody RankChoice request) {
        return created(promoting.change(command(id, caller, request)));
    }

    private GiveRank command(String id, Caller caller, RankChoice request) {
        return new GiveRank(Addressed.anybody(id, caller), request.rankId(), caller.memberId(), keys.ifSent(request));
    }

    private static ResponseEntity<Decision> created(Decision decision) {
        return ResponseEntity.created(URI.create("/api/v1/members/" + decision.memberId() + "/history"))
                .eTag(IfMatch.etag(ONLY_VERSION))
                .body(decision);
    }

    record RankChoice(@NotNull Long rankId) {}
}
