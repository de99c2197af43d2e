package kontor.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the shop's API through the gateway. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEMS = "/problems/";
    private static final String BOUNDARY = "kontor-picture";

    private final URI gateway;
    private final Supplier<@Nullable String> token;
    private final @Nullable String trace;

    Client(URI gateway, Supplier<@Nullable String> token) {
        this(gateway, token, null);
    }

    private Client(URI gateway, Supplier<@Nullable String> token, @Nullable String trace) {
        this.gateway = gateway;
        this.token = token;
        this.trace = trace;
    }

    /** The same person at another gateway of the shop. */
    Client at(URI another) {
        return new Client(another, token, trace);
    }

    /** The same person, whose calls belong to a trace of his own: {@code traceparent}. */
    Client traced(String parent) {
        return new Client(gateway, token, parent);
    }

    /** What the shop answered. */
    record Answer(int status, HttpHeaders headers, JsonNode body) {

        /** Of a problem, such as {@code not-found}; empty for anything else. */
        String code() {
            String type = body.path("type").asString("");
            return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : "";
        }

        long number(String field) {
            return body.required(field).asLong();
        }

        String text(String field) {
            return body.required(field).asString();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** A list or report as CSV. */
    String table(String path) {
        HttpResponse<String> response =
                exchange(request(path).header("Accept", "text/csv").GET(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
        return response.body();
    }

    /** What lies there, such as a picture. */
    byte[] download(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    /** What goes on and on, from behind the last event that was heard; only its beginning is waited for. */
    HttpResponse<InputStream> follow(String path, String lastEventId) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        return exchange(
                lastEventId.isEmpty() ? request : request.header("Last-Event-ID", lastEventId),
                BodyHandlers.ofInputStream());
    }

    /** With a key of its own, so that it is a new request. */
    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
        return sendKeyed(posting(path, body, key));
    }

    /** Lets another service decide for so many seconds (G-29). */
    Answer postWaiting(int seconds, String path, String body, String key) {
        return sendKeyed(posting(path, body, key).header("Prefer", "wait=" + seconds));
    }

    /** Not sent again whatever comes of it; waits so many seconds for another service, or none. */
    Answer postOnce(int seconds, String path, String body, String key) {
        HttpRequest.Builder request = posting(path, body, key);
        return send(seconds == 0 ? request : request.header("Prefer", "wait=" + seconds));
    }

    /** A write whose answer is missing is sent once more with its key, as every client is told to. */
    private static Answer sendKeyed(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (UncheckedIOException inDoubt) {
            return send(request);
        }
    }

    private HttpRequest.Builder posting(String path, String body, String key) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    Answer upload(String purpose, byte[] png) {
        return send(form("/api/v1/uploads", """
                --%s\r
                Content-Disposition: form-data; name="purpose"\r
                \r
                %s\r
                """.formatted(BOUNDARY, purpose), png));
    }

    /** To a conversation. */
    Answer attach(String path, byte[] png) {
        return send(form(path, "", png));
    }

    private HttpRequest.Builder form(String path, String otherParts, byte[] png) {
        String head = """
                %2$s--%1$s\r
                Content-Disposition: form-data; name="file"; filename="picture.png"\r
                Content-Type: image/png\r
                \r
                """.formatted(BOUNDARY, otherParts);
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(png),
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY))));
    }

    Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    Answer patch(String path, long version, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(20));
        if (trace != null) {
            request.header("traceparent", trace);
        }
        @Nullable String bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response.statusCode(), response.headers(), JSON.readTree(json ? response.body() : "{}"));
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
