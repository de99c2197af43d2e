package kontor.local.keycloak;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kontor.local.stack.Http;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** Logs a demo person in as a browser would: Authorization Code with PKCE, through Keycloak's own form. */
public final class LogIn {

    public static final String KIOSK = "kiosk";

    private static final String CLIENT = "kontor-cli";
    private static final String CALLBACK = "http://127.0.0.1:8765/callback";
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** Two failures within a second make Keycloak lock a person out for a minute. */
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(1_500);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public LogIn(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** An access token of that person, or of the terminal for {@link #KIOSK}. */
    public String token(String login) {
        return login.equals(KIOSK) ? kioskToken() : personToken(login, secrets.of(Secrets.DEMO));
    }

    private String kioskToken() {
        return redeem(Map.of(
                "grant_type", "client_credentials",
                "client_id", "kontor-kiosk",
                "client_secret", secrets.of(Secrets.ofClient("kontor-kiosk"))));
    }

    /** An access token of anybody who has a password. */
    public String personToken(String login, String password) {
        return grantedTo(login, password)
                .or(() -> {
                    // It also refuses a right password while it counts somebody as being let in
                    // (user_temporarily_disabled).
                    LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
                    return grantedTo(login, password);
                })
                .orElseThrow(() -> new Trouble(
                        "Keycloak did not let '%s' in; the demo log-ins and their password are printed by infra/up."
                                .formatted(login)));
    }

    private Optional<String> grantedTo(String login, String password) {
        String verifier = random();
        String state = random();
        cookies.clear();
        HttpResponse<String> form = send(Http.to(endpoint("auth") + "?" + authorizationRequest(verifier, state)));
        Matcher action = FORM.matcher(form.body());
        if (form.statusCode() != 200 || !action.find()) {
            throw new Trouble("Keycloak showed no log-in form (status %d); see infra/logs keycloak."
                    .formatted(form.statusCode()));
        }
        HttpResponse<String> answer =
                send(Http.form(action.group(1).replace("&amp;", "&"), Map.of("username", login, "password", password)));
        String location = answer.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        if (answer.statusCode() != 302 || !location.startsWith(CALLBACK) || !code.find()) {
            return Optional.empty();
        }
        if (!location.contains("state=" + state)) {
            throw new Trouble("Keycloak answered another log-in than the one that was asked for; try again.");
        }
        return Optional.of(redeem(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", CALLBACK,
                "code", code.group(1),
                "code_verifier", verifier)));
    }

    private static String authorizationRequest(String verifier, String state) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid");
        parameters.put("state", state);
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        return Http.encode(parameters);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = Http.send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    /** Cookies marked as secure are kept too: on loopback a browser does the same. */
    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals > 0) {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private String redeem(Map<String, String> grant) {
        HttpResponse<String> response =
                Http.send(Http.form(endpoint("token"), grant).build());
        if (response.statusCode() != 200) {
            throw new Trouble("Keycloak gave no token: %d %s".formatted(response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body()).required("access_token").asString();
    }

    private String endpoint(String name) {
        return ports.issuer() + "/protocol/openid-connect/" + name;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
