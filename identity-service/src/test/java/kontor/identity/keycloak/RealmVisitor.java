package kontor.identity.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the realm as the service account may, and logs people in as a browser does. */
final class RealmVisitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String CALLBACK = "http://127.0.0.1:8765/callback";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-1";

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    RealmVisitor(String url) {
        this.url = url;
    }

    JsonNode user(String subject) {
        return JSON.readTree(admin("GET", "/users/" + subject, "").body());
    }

    /** The realm roles of a user, those of everybody left out. */
    java.util.List<String> roles(String subject) {
        return JSON.readTree(admin("GET", "/users/" + subject + "/role-mappings/realm", "")
                        .body())
                .valueStream()
                .map(role -> role.get("name").asString())
                .filter(role -> !role.startsWith("default-roles"))
                .toList();
    }

    /** A user whom Keycloak has by other ways. */
    String plant(String json) {
        String location =
                admin("POST", "/users", json).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The tokens of who knows the password, empty for everybody else. */
    Optional<JsonNode> logIn(String login, String password) {
        HttpResponse<String> form = send(HttpRequest.newBuilder(endpoint("auth?client_id=kontor-cli&response_type=code"
                        + "&scope=openid&code_challenge_method=S256&state=s&code_challenge=" + challenge()
                        + "&redirect_uri=" + encoded(CALLBACK)))
                .build());
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new AssertionError("No form: " + form.body());
        }
        String cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        HttpResponse<String> answer = send(posting(
                        URI.create(action.group(1).replace("&amp;", "&")),
                        Map.of("username", login, "password", password))
                .header("Cookie", cookies)
                .build());
        Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        return code.find()
                ? redeem(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "kontor-cli",
                        "redirect_uri",
                        CALLBACK,
                        "code",
                        code.group(1),
                        "code_verifier",
                        VERIFIER))
                : Optional.empty();
    }

    Optional<JsonNode> refresh(JsonNode tokens) {
        return redeem(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "kontor-cli",
                "refresh_token",
                tokens.get("refresh_token").asString()));
    }

    static String subjectOf(JsonNode tokens) {
        String claims = tokens.get("access_token").asString().split("\\.", -1)[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(claims)).get("sub").asString();
    }

    private Optional<JsonNode> redeem(Map<String, String> fields) {
        HttpResponse<String> answer = send(posting(endpoint("token"), fields).build());
        return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
    }

    private HttpResponse<String> admin(String method, String path, String body) {
        String token = redeem(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "kontor-identity",
                        "client_secret",
                        KeycloakServer.IDENTITY_SECRET))
                .orElseThrow()
                .get("access_token")
                .asString();
        return send(HttpRequest.newBuilder(URI.create(url + "/admin/realms/kontor" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI endpoint(String name) {
        return URI.create(url + "/realms/kontor/protocol/openid-connect/" + name);
    }

    private static HttpRequest.Builder posting(URI address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
