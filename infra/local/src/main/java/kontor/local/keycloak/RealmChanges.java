package kontor.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kontor.local.stack.Console;
import kontor.local.stack.Http;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings changes of the realm file into a realm that was imported before: the realm's settings and its clients, so
 * that moved ports and new redirect addresses work. Anything deeper needs {@code infra/reset}.
 */
final class RealmChanges {

    /** Lists of things that have identifiers of their own and are not settings of the realm. */
    private static final List<String> NOT_SETTINGS = List.of(
            "clients",
            "clientScopes",
            "components",
            "roles",
            "defaultRole",
            "users",
            "scopeMappings",
            "clientScopeMappings",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, String> placeholders;
    private final Path applied;

    RealmChanges(Ports ports, Secrets secrets, Map<String, String> placeholders, Path applied) {
        this.ports = ports;
        this.secrets = secrets;
        this.placeholders = placeholders;
        this.applied = applied;
    }

    void apply(Path realmFile, Console console) {
        try {
            String realm = fill(Files.readString(realmFile));
            String print = fingerprint(realm);
            if (!Files.exists(applied)) {
                Files.writeString(applied, print);
            } else if (!Files.readString(applied).equals(print)) {
                console.about(Keycloak.NAME, "takes over changes of the realm file");
                update((ObjectNode) JSON.readTree(realm));
                Files.writeString(applied, print);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            filled = filled.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return filled;
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void update(ObjectNode realm) {
        String token = adminToken();
        String realmUrl = ports.keycloakUrl() + "/admin/realms/kontor";
        for (JsonNode client : realm.required("clients")) {
            update(realmUrl + "/clients", (ObjectNode) client, token);
        }
        send(token, "PUT", realmUrl, realm.deepCopy().remove(NOT_SETTINGS));
    }

    private void update(String clientsUrl, ObjectNode client, String token) {
        String clientId = client.required("clientId").asString();
        JsonNode found = JSON.readTree(send(token, "GET", clientsUrl + "?clientId=" + clientId, null));
        if (found.isEmpty()) {
            send(token, "POST", clientsUrl, client);
        } else {
            String id = found.required(0).required("id").asString();
            // The scopes and mappers of an existing client are lists with addresses of their own.
            ObjectNode settings =
                    client.deepCopy().remove(List.of("defaultClientScopes", "optionalClientScopes", "protocolMappers"));
            send(token, "PUT", clientsUrl + "/" + id, settings);
        }
    }

    private String adminToken() {
        HttpResponse<String> response = Http.send(Http.form(
                        ports.keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                Keycloak.ADMIN_CLIENT,
                                "client_secret",
                                secrets.of(Secrets.ofClient(Keycloak.ADMIN_CLIENT))))
                .build());
        if (response.statusCode() != 200) {
            throw new Trouble(
                    "Keycloak does not know the launcher's client any more; forget the data with infra/reset.");
        }
        return JSON.readTree(response.body()).required("access_token").asString();
    }

    private static String send(String token, String verb, String address, @Nullable JsonNode body) {
        HttpRequest request = Http.to(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = Http.send(request);
        if (response.statusCode() >= 300) {
            throw new Trouble("Keycloak refused a change of the realm: %s %s was answered %d %s"
                    .formatted(verb, address, response.statusCode(), response.body()));
        }
        return response.body();
    }
}
