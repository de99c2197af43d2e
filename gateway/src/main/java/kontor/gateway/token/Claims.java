package kontor.gateway.token;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a signed token must say to be an access token of this shop; the same as in the services. */
final class Claims {

    private static final String KIND = "Bearer"; // ID and refresh tokens of the realm bear other words

    private Claims() {}

    static OAuth2TokenValidator<Jwt> of(TokenSettings settings, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(settings.skew());
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        Set<String> clients = Set.copyOf(settings.clients());
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<Object>("typ", KIND::equals),
                new JwtClaimValidator<Object>("azp", client -> client instanceof String name && clients.contains(name)),
                new JwtClaimValidator<Object>("sub", subject -> subject instanceof String name && !name.isBlank()));
    }
}
