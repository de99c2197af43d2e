package kontor.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kontor.testkit.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/** A token in the making. Immutable: each method returns a changed copy. */
public final class Token {

    private static final Duration REPEATED_FOR = Duration.ofMinutes(1);
    private static final Set<String> NEW_EACH_TIME = Set.of("jti", "iat", "exp");
    private static final Map<Content, Repeated> REPEATED = new ConcurrentHashMap<>();

    private final Map<String, Object> claims;
    private final Seal seal;

    /** What makes two tokens alike. */
    private record Content(Map<String, Object> claims, Seal seal, String keyId) {}

    private record Repeated(String bearer, Instant madeAt) {

        boolean isFresh() {
            return madeAt.plus(REPEATED_FOR).isAfter(Instant.now());
        }
    }

    private Token(Map<String, Object> claims, Seal seal) {
        this.claims = claims;
        this.seal = seal;
    }

    static Token good(String subject) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TokenIssuer.shared().address());
        claims.put("sub", subject);
        claims.put("aud", List.of("kontor-api"));
        claims.put("typ", "Bearer");
        claims.put("azp", "kontor-web");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", Date.from(now));
        claims.put("exp", Date.from(now.plus(Duration.ofMinutes(5))));
        claims.put("realm_access", Map.of("roles", List.of()));
        claims.put("scope", "openid profile");
        return new Token(claims, Seal.CURRENT_KEY);
    }

    /** The one realm role it carries. */
    public Token role(String role) {
        return claim("realm_access", Map.of("roles", List.of(role)));
    }

    /** The client it was issued to ({@code azp}). */
    public Token client(String client) {
        return claim("azp", client);
    }

    /** Another audience; the right one is {@code kontor-api}. */
    public Token audience(String audience) {
        return claim("aud", List.of(audience));
    }

    /** Another issuer. */
    public Token issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** Another kind: {@code ID}, {@code Refresh}, {@code Offline}; the right one is {@code Bearer}. */
    public Token type(String type) {
        return claim("typ", type);
    }

    /** Valid until then; the default is five minutes from now. */
    public Token expiresAt(Instant end) {
        return claim("exp", Date.from(end));
    }

    /** Ended longer ago than the skew of 60 s that is forgiven. */
    public Token expired() {
        Instant now = Instant.now();
        return claim("iat", Date.from(now.minusSeconds(600))).expiresAt(now.minusSeconds(120));
    }

    /** Begins later than the skew of 60 s that is forgiven. */
    public Token notYetValid() {
        return claim("nbf", Date.from(Instant.now().plusSeconds(120)));
    }

    /** Any claim; null removes it. */
    public Token claim(String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Token(changed, seal);
    }

    /** Algorithm {@code none}. */
    public Token unsigned() {
        return new Token(claims, Seal.NONE);
    }

    /** HS256 with the issuer's public key as the secret: the classic confusion of algorithms. */
    public Token symmetric() {
        return new Token(claims, Seal.PUBLIC_KEY_AS_SECRET);
    }

    /** Signed with a key of no key set, under its own id. */
    public Token unknownKey() {
        return new Token(claims, Seal.FOREIGN_KEY);
    }

    /** Signed with a foreign key under the id of the current one. */
    public Token forged() {
        return new Token(claims, Seal.FOREIGN_KEY_UNDER_OUR_ID);
    }

    /** Signed with a foreign key that the header brings along ({@code jwk}). */
    public Token withOwnKey() {
        return new Token(claims, Seal.KEY_IN_HEADER);
    }

    /** Signed with a foreign key that can be fetched where the header says ({@code jku}). */
    public Token withKeyAddress() {
        return new Token(claims, Seal.KEY_ADDRESS_IN_HEADER);
    }

    /** The compact form. */
    public String signed() {
        return seal.close(set());
    }

    /** The value of the Authorization header. */
    public String bearer() {
        return "Bearer " + signed();
    }

    /**
     * The value of the Authorization header, and for a minute the same one for all tokens alike: to sign takes longer
     * than most requests.
     */
    public String repeatedBearer() {
        Map<String, Object> lasting = new LinkedHashMap<>(claims);
        lasting.keySet().removeAll(NEW_EACH_TIME);
        Content content =
                new Content(lasting, seal, TokenIssuer.shared().currentKey().id());
        return REPEATED.compute(content, (_, known) -> known != null && known.isFresh() ? known : made())
                .bearer();
    }

    private Repeated made() {
        return new Repeated(bearer(), Instant.now());
    }

    private JWTClaimsSet set() {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        return builder.build();
    }

    /** The ways to sign, one right and all others wrong. */
    private enum Seal {
        CURRENT_KEY,
        NONE,
        PUBLIC_KEY_AS_SECRET,
        FOREIGN_KEY,
        FOREIGN_KEY_UNDER_OUR_ID,
        KEY_IN_HEADER,
        KEY_ADDRESS_IN_HEADER;

        String close(JWTClaimsSet claims) {
            TokenIssuer issuer = TokenIssuer.shared();
            SigningKey ours = issuer.currentKey();
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
            try {
                return switch (this) {
                    case NONE -> new PlainJWT(claims).serialize();
                    case CURRENT_KEY -> sign(claims, header.keyID(ours.id()), ours);
                    case PUBLIC_KEY_AS_SECRET ->
                        sign(
                                claims,
                                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ours.id()),
                                new MACSigner(ours.publicHalf().toRSAPublicKey().getEncoded()));
                    case FOREIGN_KEY -> sign(claims, header.keyID(foreign().id()), foreign());
                    case FOREIGN_KEY_UNDER_OUR_ID -> sign(claims, header.keyID(ours.id()), foreign());
                    case KEY_IN_HEADER -> sign(claims, header.jwk(foreign().publicHalf()), foreign());
                    case KEY_ADDRESS_IN_HEADER ->
                        sign(claims, header.keyID(foreign().id()).jwkURL(URI.create(issuer.baitAddress())), foreign());
                };
            } catch (JOSEException failed) {
                throw new IllegalStateException("The token was not signed", failed);
            }
        }

        private static SigningKey foreign() {
            return TokenIssuer.shared().foreignKey();
        }

        private static String sign(JWTClaimsSet claims, JWSHeader.Builder header, JWSSigner signer)
                throws JOSEException {
            SignedJWT jwt = new SignedJWT(header.build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        }
    }
}
