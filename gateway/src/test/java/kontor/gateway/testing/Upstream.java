package kontor.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A server where a service would be. Answers 200 with its own name unless told otherwise, and remembers what came in.
 */
public final class Upstream implements AutoCloseable {

    /** A request as the service sees it. Header names ignore case. */
    public record Seen(String method, String uri, Map<String, List<String>> headers, String body) {

        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    /** As many may come at once. */
    private static final int BACKLOG = 1_024;

    private final String name;
    private final HttpServer server;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();

    private Upstream(String name, int port) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static Upstream start(String name) {
        return new Upstream(name, 0);
    }

    /** Where another one has stopped. */
    public static Upstream startAt(String name, int port) {
        return new Upstream(name, port);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on this path is answered so. */
    public void answer(String path, HttpHandler handler) {
        answers.put(path, handler);
    }

    public void answerStatus(String path, int status) {
        answer(path, exchange -> send(exchange, status, "{}"));
    }

    /** What arrived at this path (without query), oldest first. */
    public List<Seen> seenAt(String path) {
        return seen.stream()
                .filter(one -> one.uri().split("\\?", 2)[0].equals(path))
                .toList();
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, headOnly ? -1 : bytes.length);
        if (!headOnly) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            seen.add(new Seen(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            answers.getOrDefault(exchange.getRequestURI().getPath(), this::sendName)
                    .handle(exchange);
        }
    }

    private void sendName(HttpExchange exchange) throws IOException {
        send(exchange, 200, "{\"service\":\"" + name + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
