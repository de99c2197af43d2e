package kontor.bench.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import kontor.bench.measure.Pause;
import kontor.local.stack.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API through the gateway, for what must be there before anything is measured. What was told to one
 * service is known to the others within seconds, so a refusal that may come of that is asked again.
 */
final class ShopApi {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> MAY_PASS = Set.of(403, 404, 422, 429, 502, 503, 504);
    private static final Set<Integer> REFUSALS = Set.of(404, 422);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final String token;

    /** An empty token stands for a caller who has none. */
    ShopApi(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /** All pages. The path holds a question mark. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "&limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.required("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    /** A refusal is kept for its key, so what is asked again has the next key of a series. */
    JsonNode post(String path, Object body) {
        UUID series = UUID.randomUUID();
        return send(refusals -> withBody(path)
                .header("Idempotency-Key", series + ":" + refusals)
                .POST(json(body))
                .build());
    }

    void patch(String path, long version, Object body) {
        send(withBody(path)
                .header("If-Match", "\"%d\"".formatted(version))
                .method("PATCH", json(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder withBody(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private JsonNode send(HttpRequest request) {
        return send(refusals -> request);
    }

    /** @param requests gives the request by how often the same was refused */
    private JsonNode send(IntFunction<HttpRequest> requests) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int refusals = 0;
        while (true) {
            HttpRequest request = requests.apply(refusals);
            HttpResponse<String> answer = exchange(request);
            if (answer.statusCode() < 300) {
                return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
            }
            if (!MAY_PASS.contains(answer.statusCode()) || System.nanoTime() > end) {
                throw new Trouble("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            refusals += REFUSALS.contains(answer.statusCode()) ? 1 : 0;
            Pause.take(PAUSE);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new Trouble("%s does not answer; infra/up starts the shop.".formatted(gateway), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
