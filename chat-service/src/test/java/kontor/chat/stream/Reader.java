package kontor.chat.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import kontor.platform.messaging.EventJson;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of one stream, which keeps the rules of server-sent events. */
final class Reader implements AutoCloseable {

    private static final Duration COMES_WITHIN = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile String lastId = "";

    /** An event as a client dispatches it. */
    record Told(String id, String name, JsonNode data) {

        long position() {
            return Long.parseLong(id);
        }
    }

    private Reader(HttpResponse<InputStream> response) {
        this.response = response;
        this.thread = Thread.ofVirtual().start(this::read);
    }

    static Reader open(int port, String bearer) {
        return open(port, bearer, null);
    }

    static Reader open(int port, String bearer, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/chat/stream".formatted(port)))
                .header("Authorization", bearer)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Reader(send(request.build()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Once more, as every client asks, if the connection was kept from an earlier answer and has just been closed. */
    private static HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.send(request, BodyHandlers.ofInputStream());
        } catch (IOException ignored) {
            return CLIENT.send(request, BodyHandlers.ofInputStream());
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** All so far but what opens and ends a stream. */
    List<Told> told() {
        return told.stream()
                .filter(event -> !List.of("started", "reset", "ended").contains(event.name()))
                .toList();
    }

    List<Told> told(String name) {
        return told.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** On which he would come back. */
    String lastId() {
        return lastId;
    }

    Reader await(int number, String name) {
        Awaitility.await("%d of %s".formatted(number, name))
                .atMost(COMES_WITHIN)
                .until(() -> told(name).size() >= number);
        return this;
    }

    Told await(Predicate<Told> event) {
        Awaitility.await("an event")
                .atMost(COMES_WITHIN)
                .until(() -> told.stream().anyMatch(event));
        return told.stream().filter(event).findFirst().orElseThrow();
    }

    /** Until the server ends it. */
    void awaitEnd() {
        Awaitility.await("the end").atMost(COMES_WITHIN).until(() -> !thread.isAlive());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "message";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        told.add(new Told(lastId, name, EventJson.read(data.toString(), JsonNode.class)));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                }
            }
        } catch (IOException ignored) {
            // He went away himself.
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
