package kontor.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import kontor.platform.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks bearer tokens: signature RS256 or ES256 by a key of the configured set only, issuer, audience, known client,
 * kind Bearer, validity by the real clock with 60 s skew. A token that passed is remembered by its hash, because
 * checking a signature costs more than the rest of a small request.
 */
final class TokenDecoder implements JwtDecoder {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int MOST_CACHED = 10_000;

    private final NimbusJwtDecoder nimbus;
    private final OAuth2TokenValidator<Jwt> validity = new JwtTimestampValidator(SKEW);
    private final Cache<String, Jwt> checked = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    TokenDecoder(SecuritySettings settings) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), new SigningKeys(settings.jwks(), System::nanoTime)));
        // Spring's validators below judge the claims; Nimbus would judge the times a second time with another skew.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        nimbus = new NimbusJwtDecoder(processor);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validity, jwt -> claims(jwt, settings)));
    }

    @Override
    public Jwt decode(String token) {
        String hash = Base64.getEncoder().encodeToString(Sha256.of(token));
        @Nullable Jwt known = checked.getIfPresent(hash);
        if (known == null) {
            Jwt jwt = nimbus.decode(token);
            checked.put(hash, jwt);
            return jwt;
        }
        OAuth2TokenValidatorResult result = validity.validate(known);
        if (result.hasErrors()) {
            checked.invalidate(hash);
            throw new JwtValidationException("The token has ended.", result.getErrors());
        }
        return known;
    }

    private static OAuth2TokenValidatorResult claims(Jwt jwt, SecuritySettings settings) {
        boolean good = settings.issuer().equals(jwt.getClaimAsString("iss"))
                && jwt.getAudience() != null
                && jwt.getAudience().contains(SecuritySettings.AUDIENCE)
                && settings.clients().contains(jwt.getClaimAsString("azp"))
                && "Bearer".equals(jwt.getClaimAsString("typ"))
                && jwt.getExpiresAt() != null
                && jwt.getSubject() != null;
        return good
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
