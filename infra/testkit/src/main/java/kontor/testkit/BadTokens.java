package kontor.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every kind of token that must be answered 401, by name, for a parameterised test. */
public final class BadTokens {

    private BadTokens() {}

    /** Name of the fault to compact token; but for the fault each would be good for this subject. */
    public static Map<String, String> of(String subject) {
        Token good = Tokens.of(subject);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", good.expired().signed());
        bad.put("not yet valid", good.notYetValid().signed());
        bad.put("without an end", good.claim("exp", null).signed());
        bad.put("other audience", good.audience("account").signed());
        bad.put("without audience", good.claim("aud", null).signed());
        bad.put("other realm", good.issuer(Tokens.issuer() + "-other").signed());
        bad.put("without issuer", good.claim("iss", null).signed());
        bad.put("other client", good.client("account-console").signed());
        bad.put("without client", good.claim("azp", null).signed());
        bad.put("ID token", good.type("ID").signed());
        bad.put("refresh token", good.type("Refresh").signed());
        bad.put("without kind", good.claim("typ", null).signed());
        bad.put("without subject", good.claim("sub", null).signed());
        bad.put("unsigned", good.unsigned().signed());
        bad.put("public key as secret", good.symmetric().signed());
        bad.put("unknown key", good.unknownKey().signed());
        bad.put("forged signature", good.forged().signed());
        bad.put("key in the header", good.withOwnKey().signed());
        bad.put("key address in the header", good.withKeyAddress().signed());
        bad.put("not a token", "not.a.token");
        return bad;
    }
}
