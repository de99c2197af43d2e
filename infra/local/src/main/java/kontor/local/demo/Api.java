package kontor.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop's public API as one caller uses it. Each write has a key derived from what it creates, so that loading again
 * after a failure creates nothing twice. Rights given a moment ago reach the other services within seconds: until then
 * their refusal is asked again.
 */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    /** 403 for rights that are on their way, 422 for references that are, the rest for a shop that just woke up. */
    private static final Set<Integer> SOON = Set.of(403, 422, 429, 502, 503, 504);

    private static final String BOUNDARY = "kontor-demo-picture";

    private final HttpClient client;
    private final URI gateway;
    private final JsonMapper json = JsonMapper.shared();
    private final Optional<String> token;

    private Api(HttpClient client, URI gateway, Optional<String> token) {
        this.client = client;
        this.gateway = gateway;
        this.token = token;
    }

    static Api anonymous(URI gateway) {
        return new Api(HttpClient.newHttpClient(), gateway, Optional.empty());
    }

    Api as(String accessToken) {
        return new Api(client, gateway, Optional.of(accessToken));
    }

    JsonNode get(String path) {
        return send(request(path).GET()).body();
    }

    /** Asks until it is so. */
    JsonNode await(String path, Predicate<JsonNode> isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode found = get(path);
        while (!isSo.test(found)) {
            if (System.nanoTime() > end) {
                throw new Trouble("%s is still %s".formatted(path, found));
            }
            pause();
            found = get(path);
        }
        return found;
    }

    /**
     * Creates what the key names; what exists already ({@code duplicate}) is left as it is and gives nothing. A refusal
     * changed nothing and is kept for its key, so what is asked again has the next key of the series.
     */
    Optional<JsonNode> create(String path, String key, Object body) {
        String json = this.json.writeValueAsString(body);
        Answer answer = send(refusals -> request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", keyOf(refusals == 0 ? key : key + ":" + refusals))
                .POST(BodyPublishers.ofString(json)));
        return answer.status() == 409 ? Optional.empty() : Optional.of(answer.body());
    }

    /** Always the same one for that name. */
    static String keyOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    void patch(String path, long version, Object body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    JsonNode upload(String purpose, byte[] png) {
        byte[] head = String.join(
                        "\r\n",
                        "--" + BOUNDARY,
                        "Content-Disposition: form-data; name=\"purpose\"",
                        "",
                        purpose,
                        "--" + BOUNDARY,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"picture.png\"",
                        "Content-Type: image/png",
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8);
        return send(request("/api/v1/uploads")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofByteArray(head),
                                BodyPublishers.ofByteArray(png),
                                BodyPublishers.ofByteArray(tail))))
                .body();
    }

    private record Answer(int status, JsonNode body) {}

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIME_OUT);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        return send(refusals -> request);
    }

    /** @param requests gives the request by how often the same was refused */
    private Answer send(IntFunction<HttpRequest.Builder> requests) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int refusals = 0;
        while (true) {
            HttpRequest request = requests.apply(refusals).build();
            @Nullable HttpResponse<String> response = exchange(request);
            int status = response == null ? 503 : response.statusCode();
            if (response != null && (status < 300 || status == 409)) {
                return new Answer(status, json.readTree(response.body().isEmpty() ? "null" : response.body()));
            }
            if (!SOON.contains(status) || System.nanoTime() > end) {
                throw new Trouble("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), status, response == null ? "" : response.body()));
            }
            refusals += status == 422 ? 1 : 0;
            pause();
        }
    }

    private @Nullable HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException ignored) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("Loading the demo data was interrupted.", interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("Loading the demo data was interrupted.", interrupted);
        }
    }
}
