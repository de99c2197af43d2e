package kontor.identity.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import kontor.identity.member.MemberBook;
import kontor.identity.member.MemberView;
import kontor.identity.member.Profile;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import kontor.platform.web.Verbatim;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Registration over HTTP. */
@RestController
@RequestMapping("/api/v1/members")
class RegistrationController {

    private final Registering registering;
    private final Enrolling enrolling;
    private final MemberBook members;
    private final RequestKeys keys;

    RegistrationController(Registering registering, Enrolling enrolling, MemberBook members, RequestKeys keys) {
        this.registering = registering;
        this.enrolling = enrolling;
        this.members = members;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.ANYONE)
    ResponseEntity<MemberView> register(Caller caller, @Valid @RequestBody Registration request) {
        request.requirePossiblePassword();
        Profile profile = request.toProfile();
        // The key's fingerprint is of the profile alone: nothing that is made from a password is kept.
        RegisterMember command =
                new RegisterMember(members.nextId(), profile, null, caller.isAnonymous(), keys.ifSent(profile));
        return created(
                request.password() == null
                        ? enrolling.enrol(command)
                        : registering.register(command, request.password()));
    }

    @PostMapping("/me")
    @Access(Who.TOKEN)
    ResponseEntity<MemberView> registerMe(Caller caller, @Valid @RequestBody Names request) {
        if (caller.isKiosk() || caller.subject() == null) {
            throw new Forbidden();
        }
        Profile profile = new Profile(request.firstName(), request.lastName(), login(caller), null, null);
        return created(enrolling.enrolKnown(caller.subject(), profile, keys.ifSent(request)));
    }

    private static @Nullable String login(Caller caller) {
        return Optional.ofNullable(caller.login())
                .filter(name -> name.length() <= Profile.LOGIN_MAX && name.matches(Profile.LOGIN))
                .orElse(null);
    }

    private static ResponseEntity<MemberView> created(MemberView member) {
        return ResponseEntity.created(URI.create("/api/v1/members/" + member.id()))
                .eTag(IfMatch.etag(member.version()))
                .body(member);
    }

    record Names(
            @Text(max = 32) @Nullable String firstName,
            @NotNull @Text(max = 32) String lastName) {}

    record Registration(
            @Text(max = 32) @Nullable String firstName,
            @NotNull @Text(max = 32) String lastName,

            @Text(max = 254) @Email(regexp = Profile.EMAIL, message = Profile.EMAIL_MESSAGE) @Nullable
            String email,

            @Text(max = Profile.LOGIN_MAX) @Pattern(regexp = Profile.LOGIN, message = Profile.LOGIN_MESSAGE) @Nullable
            String login,

            @Text(min = 8, max = 64, message = "must be of 8 to 64 characters")
            @JsonDeserialize(using = Verbatim.class)
            @Nullable
            String password) {

        Profile toProfile() {
            return new Profile(firstName, lastName, login, email, null);
        }

        /** Its relation to the other fields is part of its field rule (I-1). */
        void requirePossiblePassword() {
            if (password == null) {
                return;
            }
            if (login == null && email == null) {
                throw new InvalidField("/password", "needs a login or an e-mail address");
            }
            if (password.equalsIgnoreCase(login) || password.equalsIgnoreCase(email)) {
                throw new InvalidField("/password", "must differ from login and e-mail address");
            }
        }

        @Override
        public String toString() {
            return "Registration[...]";
        }
    }
}
