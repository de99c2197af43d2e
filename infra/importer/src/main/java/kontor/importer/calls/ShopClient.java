package kontor.importer.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop's public API through the gateway, as its admin. A shop that is busy, starts or restarts is asked again with
 * growing pauses, for a bounded time; every write has a key, so that asking again does nothing twice.
 */
public final class ShopClient {

    /** A part that was killed is back by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int PAGES_MAX = 20_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI gateway;
    private final Session session;
    private final Pace pace;

    public ShopClient(URI gateway, Session session, Pace pace) {
        this.gateway = gateway;
        this.session = session;
        this.pace = pace;
    }

    public Pace pace() {
        return pace;
    }

    /** What is there. */
    public JsonNode get(String path) {
        return require(send(path, PATIENCE, request -> request.GET()), path).body();
    }

    /** All pages of a list; the path holds a question mark. */
    public List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode answer = get(path + "&limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            answer.required("items").forEach(items::add);
            cursor = answer.path("next").asString("");
            if (cursor.isEmpty()) {
                return items;
            }
        }
        throw new Trouble("%s has more pages than the importer reads.".formatted(path));
    }

    /** Also a refusal is an answer. */
    public Answer post(String path, String key, String body) {
        return post(path, key, "application/json", BodyPublishers.ofString(body), PATIENCE);
    }

    Answer post(String path, String key, String type, BodyPublisher body, Duration patience) {
        return send(
                path,
                patience,
                request -> request.header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(body));
    }

    public Answer require(Answer answer, String path) {
        if (!answer.isSuccess()) {
            throw new Trouble(
                    "%s was refused (%d %s): %s".formatted(path, answer.status(), answer.code(), answer.complaint()));
        }
        return answer;
    }

    /** Makes a request of one that has its address and the token. */
    @FunctionalInterface
    private interface Kind {

        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer send(String path, Duration most, Kind kind) {
        Patience patience = new Patience(pace, most);
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            @Nullable Answer answer = exchange(path, kind, attempt);
            if (answer != null && answer.status() == 401 && !renewed) {
                session.forget();
                renewed = true;
                continue;
            }
            if (answer != null && !isToBeAskedAgain(answer)) {
                return answer;
            }
            if (patience.isOver()) {
                throw new Trouble("%s did not answer %s (%s); what was imported stays, run the import again."
                        .formatted(gateway, path, answer == null ? "no connection" : "status " + answer.status()));
            }
            patience.rest(answer == null ? Duration.ZERO : answer.retryAfter());
        }
    }

    private static boolean isToBeAskedAgain(Answer answer) {
        return LATER.contains(answer.status()) || answer.code().equals("request-in-progress");
    }

    private @Nullable Answer exchange(String path, Kind kind, int attempt) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(TIME_OUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + session.token());
        try {
            HttpResponse<String> response = http.send(kind.of(request).build(), BodyHandlers.ofString());
            boolean replayed = response.headers()
                    .firstValue("Idempotent-Replayed")
                    .map("true"::equals)
                    .orElse(false);
            return new Answer(response.statusCode(), read(response.body()), replayed, attempt, retryAfter(response));
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
