package kontor.importer.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.importer.calls.Session;
import kontor.importer.calls.ShopClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side: bodies are bounded, keys replay their answers, and it fails as it is told. */
public final class FakeShop implements AutoCloseable {

    /** In the place of a status: the answer gets lost after the work is done. */
    public static final int LOST = -1;

    private static final int BODY_MAX = 256 * 1024;
    private static final String API = "/api/v1";

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final FakeBooks books = new FakeBooks();
    private final Map<String, Reply> replies = new HashMap<>();
    private final Deque<Integer> troubles = new ArrayDeque<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int lag;

    private record Reply(String body, int status, String text) {}

    public FakeShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    public FakeBooks books() {
        return books;
    }

    /** The next writes meet these statuses first. */
    public void troubles(Integer... statuses) {
        troubles.addAll(List.of(statuses));
    }

    /** So many times facts name members who have not arrived yet. */
    public void lag(int times) {
        lag = times;
    }

    /** Bodies of all imports that were done. */
    public List<JsonNode> requests() {
        return requests;
    }

    /** Pauses that the importer made. */
    public List<Duration> pauses() {
        return pauses;
    }

    public ShopClient client() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new ShopClient(address, new Session(() -> "token"), pauses::add);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(API.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, books.read(path, exchange.getRequestURI().getQuery()));
                return;
            }
            @Nullable Integer trouble = troubles.poll();
            if (trouble != null && trouble != LOST) {
                exchange.getResponseHeaders().add("Retry-After", "7");
                answer(exchange, trouble, problem("unavailable"));
                return;
            }
            Reply reply = post(exchange, path, body);
            if (trouble == null) {
                answer(exchange, reply.status(), json.readTree(reply.text()));
            }
        }
    }

    private Reply post(HttpExchange exchange, String path, String body) {
        String key = path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key");
        @Nullable Reply known = replies.get(key);
        if (known != null) {
            exchange.getResponseHeaders().add("Idempotent-Replayed", "true");
            return known.body().equals(body)
                    ? known
                    : new Reply(body, 422, problem("idempotency-key-reused").toString());
        }
        Reply reply = first(path, body);
        if (reply.status() < 500) {
            replies.put(key, reply);
        }
        return reply;
    }

    private Reply first(String path, String body) {
        if (body.length() > BODY_MAX) {
            return new Reply(body, 413, problem("too-large").toString());
        }
        if (path.endsWith("/community-facts") && lag > 0) {
            lag--;
            return new Reply(body, 422, problem("unknown-reference").toString());
        }
        if (path.startsWith("/imports/")) {
            JsonNode request = json.readTree(body);
            requests.add(request);
            return new Reply(body, 200, books.take(path, request).toString());
        }
        JsonNode made = books.write(path, body);
        return made.has("type") ? new Reply(body, 409, made.toString()) : new Reply(body, 202, made.toString());
    }

    static JsonNode problem(String code) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "/problems/" + code)
                .put("detail", "This is " + code + ".");
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
