package kontor.identity.member;

import jakarta.validation.Valid;
import java.util.UUID;
import kontor.identity.state.Addressed;
import kontor.platform.rejection.MemberInactive;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.NotVerified;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Members over HTTP. */
@RestController
@RequestMapping("/api/v1/members")
class MemberController {

    private final MemberViews views;
    private final Editing editing;
    private final Leaving leaving;
    private final RequestKeys keys;

    MemberController(MemberViews views, Editing editing, Leaving leaving, RequestKeys keys) {
        this.views = views;
        this.editing = editing;
        this.leaving = leaving;
        this.keys = keys;
    }

    @GetMapping
    @Access({Who.KIOSK, Who.ADMIN})
    Page<?> list(
            Caller caller,
            @Listing(
                            sort = {"lastName", "firstName", "createdAt"},
                            filters = {"name", "rankId", "verified", "active", "admin", "hasLogIn", "externalId"})
                    ListRequest request) {
        return caller.isAdmin() ? views.all(request) : views.served(request);
    }

    @GetMapping("/{id}")
    @Access({Who.SIGNED_IN, Who.KIOSK})
    ResponseEntity<?> one(@PathVariable String id, Caller caller) {
        UUID memberId = Addressed.anybody(id, caller);
        if (caller.isSelf(memberId) || caller.isAdmin()) {
            return whole(memberId);
        }
        if (!caller.isKiosk()) {
            requireActive(caller);
        }
        return ResponseEntity.ok(views.ofAnother(memberId).orElseThrow(NotFound::new));
    }

    @PatchMapping("/{id}")
    @Access({Who.REGISTERED, Who.MEMBER})
    ResponseEntity<?> edit(
            @PathVariable String id, Caller caller, IfMatch condition, @Valid @RequestBody ProfileEdit request) {
        UUID memberId = Addressed.selfOrByAdmin(id, caller);
        editing.edit(memberId, condition, request);
        return whole(memberId);
    }

    @DeleteMapping("/{id}")
    @Access({Who.REGISTERED, Who.MEMBER})
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        leaving.delete(Addressed.selfOrByAdmin(id, caller));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/anonymisation")
    @Access(Who.VERIFIED)
    ResponseEntity<Void> anonymise(@PathVariable String id, Caller caller) {
        leaving.anonymise(Addressed.selfOrByAdmin(id, caller), keys.ifSent(""));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<MemberView> whole(UUID id) {
        MemberView member = views.whole(id).orElseThrow(NotFound::new);
        return ResponseEntity.ok().eTag(IfMatch.etag(member.version())).body(member);
    }

    private static void requireActive(Caller caller) {
        if (caller.member() == null || !caller.member().verified()) {
            throw new NotVerified();
        }
        if (!caller.isMember()) {
            throw new MemberInactive();
        }
    }
}
