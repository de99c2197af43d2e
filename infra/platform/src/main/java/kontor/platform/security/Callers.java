package kontor.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Finds the caller of a request, once per request. */
public final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();

    private final MemberDirectory members;

    public Callers(MemberDirectory members) {
        this.members = members;
    }

    public Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller known) {
            return known;
        }
        Caller caller = find();
        request.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    /** Names the caller for idempotency keys and cursors; anonymous ones are told apart by address. */
    public String scope(HttpServletRequest request) {
        @Nullable String subject = of(request).subject();
        return subject == null ? "anonymous@" + request.getRemoteAddr() : subject;
    }

    private Caller find() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            return Caller.anonymous();
        }
        Jwt jwt = token.getToken();
        String subject = Objects.requireNonNull(jwt.getSubject(), "the decoder lets no token without subject pass");
        boolean kiosk = roles(jwt).contains("kiosk");
        @Nullable KnownMember member = kiosk ? null : members.bySubject(subject).orElse(null);
        return new Caller(subject, member, kiosk, jwt.getClaimAsString("preferred_username"));
    }

    private static List<?> roles(Jwt jwt) {
        @Nullable Map<String, Object> access = jwt.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> roles ? roles : List.of();
    }
}
