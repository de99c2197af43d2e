package kontor.identity.login;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import kontor.identity.member.Profile;
import kontor.identity.state.Addressed;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log-ins over HTTP. */
@RestController
@RequestMapping("/api/v1/members/{id}/log-in")
class LogInController {

    private final Inviting inviting;
    private final RequestKeys keys;

    LogInController(Inviting inviting, RequestKeys keys) {
        this.inviting = inviting;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<Invitation> invite(@PathVariable String id, Caller caller, @Valid @RequestBody UserName request) {
        Invite command =
                new Invite(Addressed.anybody(id, caller), request.login(), request.email(), keys.ifSent(request));
        Invitation invitation = inviting.invite(command);
        return ResponseEntity.accepted().cacheControl(CacheControl.noStore()).body(invitation);
    }

    record UserName(
            @Text(max = 254) @Email(regexp = Profile.EMAIL, message = Profile.EMAIL_MESSAGE) @Nullable
            String email,

            @Text(max = Profile.LOGIN_MAX) @Pattern(regexp = Profile.LOGIN, message = Profile.LOGIN_MESSAGE) @Nullable
            String login) {}
}
