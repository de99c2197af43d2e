package kontor.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import kontor.gateway.call.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges bearer tokens: signature by a key of the configured set, then the claims. What was found valid is remembered
 * until it ends, under a hash, so that the memory of the gateway holds no token and a call costs no signature check.
 */
final class TokenCheck {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final SigningKeys keys;
    private final ReactiveJwtDecoder decoder;
    private final Cache<TokenHash, Caller> remembered;
    private final Clock clock;
    private final Duration skew;

    TokenCheck(SigningKeys keys, OAuth2TokenValidator<Jwt> claims, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.skew = settings.skew();
        this.decoder = decoder(claims);
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.rememberedMax())
                .expireAfter(Expiry.<TokenHash, Caller>creating((_, caller) -> left(caller)))
                .build();
    }

    private ReactiveJwtDecoder decoder(OAuth2TokenValidator<Jwt> claims) {
        NimbusReactiveJwtDecoder nimbus = NimbusReactiveJwtDecoder.withJwkSource(this::keyFor)
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<JWKSecurityContext>(ALGORITHMS, new JWKSecurityContextJWKSet())))
                .build();
        nimbus.setJwtValidator(claims);
        return nimbus;
    }

    /** Only the id and algorithm of the header count; keys and addresses in it are never looked at. */
    private Flux<JWK> keyFor(SignedJWT token) {
        JWSHeader header = token.getHeader();
        @Nullable String keyId = header.getKeyID();
        return keyId == null || !ALGORITHMS.contains(header.getAlgorithm())
                ? Flux.empty()
                : keys.find(keyId).flux();
    }

    /** Without any check of its own, so null where this very token was not judged before. */
    @Nullable
    Caller recall(TokenHash hash) {
        Caller caller = remembered.getIfPresent(hash);
        return caller == null || left(caller).isNegative() ? null : caller;
    }

    /** Errors: {@link SigningKeys.KeysUnavailable} as a cause, or whatever is wrong with the token. */
    Mono<Caller> judge(String token, TokenHash hash) {
        return Mono.defer(() -> decoder.decode(token)).map(jwt -> {
            Caller caller = new Caller(
                    Objects.requireNonNull(jwt.getSubject(), "sub"), Objects.requireNonNull(jwt.getExpiresAt(), "exp"));
            remembered.put(hash, caller);
            return caller;
        });
    }

    private Duration left(Caller caller) {
        return Duration.between(Instant.now(clock), caller.expiresAt().plus(skew));
    }
}
