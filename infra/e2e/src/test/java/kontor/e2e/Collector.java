package kontor.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Takes the spans that the shop sends (OTLP over HTTP), in place of a collector. */
final class Collector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final Queue<byte[]> requests = new ConcurrentLinkedQueue<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** A span; ids as they are written in headers, {@code parent} empty where there is none. */
    record Span(String service, String trace, String id, String parent, String name) {}

    static Collector start() {
        try {
            Collector collector =
                    new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            collector.server.createContext(PATH, collector::take);
            collector.server.start();
            return collector;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    List<Span> spans(String trace) {
        return requests.stream()
                .flatMap(request -> spans(request).stream())
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    /** All that came, as text: names and values stand in it as they are. */
    List<String> texts() {
        return requests.stream()
                .map(request -> new String(request, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The numbers are those of the fields in opentelemetry/proto/trace/v1/trace.proto. */
    private static List<Span> spans(byte[] request) {
        return new Protobuf(request)
                .all(1)
                .flatMap(resourceSpans -> {
                    String service = serviceOf(resourceSpans.first(1));
                    return resourceSpans.all(2).flatMap(scope -> scope.all(2)).map(span -> span(service, span));
                })
                .toList();
    }

    private static Span span(String service, Protobuf span) {
        HexFormat hex = HexFormat.of();
        return new Span(
                service,
                hex.formatHex(span.first(1).bytes()),
                hex.formatHex(span.first(2).bytes()),
                hex.formatHex(span.first(4).bytes()),
                span.first(5).text());
    }

    private static String serviceOf(Protobuf resource) {
        return resource.all(1)
                .filter(attribute -> attribute.first(1).text().equals("service.name"))
                .map(attribute -> attribute.first(2).first(1).text())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
