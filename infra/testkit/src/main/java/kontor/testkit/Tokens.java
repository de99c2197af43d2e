package kontor.testkit;

import java.util.UUID;

/**
 * The token issuer of the tests: Keycloak's tokens, signed with a key of the JVM's own and served at a loopback
 * address. One issuer per JVM.
 */
public final class Tokens {

    private Tokens() {}

    /** The value of {@code iss}, for {@code KONTOR_ISSUER}. */
    public static String issuer() {
        return TokenIssuer.shared().address();
    }

    /** Where the public keys are, for {@code KONTOR_JWKS}. */
    public static String jwksUrl() {
        return TokenIssuer.shared().keysAddress();
    }

    /** A good access token of the web client for this subject; change it to taste, then {@link Token#signed()}. */
    public static Token of(String subject) {
        return Token.good(subject);
    }

    /** A good access token of somebody the shop has never heard of. */
    public static Token stranger() {
        return of(UUID.randomUUID().toString());
    }

    /** A good access token of a terminal: a service account with the realm role {@code kiosk}. */
    public static Token kiosk() {
        return of("5e1f0000-0000-4000-8000-00000000c105").client("kontor-kiosk").role("kiosk");
    }

    /** From now on signs with a new key; earlier tokens stay good, as while Keycloak keeps its passive keys. */
    public static void rotateKey() {
        TokenIssuer.shared().rotate();
    }

    /** Forgets all keys but the current one; tokens signed with them become bad once caches end. */
    public static void dropFormerKeys() {
        TokenIssuer.shared().dropFormerKeys();
    }

    /** How often somebody has fetched the keys that {@link Token#withKeyAddress()} offers. Must stay 0. */
    public static int baitFetches() {
        return TokenIssuer.shared().baitFetches();
    }
}
