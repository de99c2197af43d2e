package kontor.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The users of a realm behind the part of Keycloak's admin interface that the service calls, over a real socket: names
 * and addresses are unique, and it can be away, slow, or cut a call off after it took effect.
 */
public final class FakeKeycloak implements AutoCloseable {

    /** How it behaves. */
    public enum Mood {
        WELL,
        AWAY,
        SLOW,
        FORGETS_TO_ANSWER
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(5);
    private static final List<String> ROLES = List.of("admin", "support-1", "support-2", "support-chief", "kiosk");

    private final HttpServer server;
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final Map<String, List<String>> roles = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    public FakeKeycloak() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void is(Mood now) {
        mood = now;
    }

    public Optional<JsonNode> user(String subject) {
        return Optional.ofNullable(users.get(subject));
    }

    public Optional<JsonNode> named(String username) {
        return users.values().stream()
                .filter(user -> username.equals(user.path("username").asString("")))
                .<JsonNode>map(user -> user)
                .findFirst();
    }

    /** Method and path of every call that arrived. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public List<String> rolesOf(String subject) {
        return List.copyOf(roles.getOrDefault(subject, List.of()));
    }

    /** A user whom Keycloak has by other ways. */
    public String plant(String json) {
        String id = UUID.randomUUID().toString();
        users.put(id, ((ObjectNode) JSON.readTree(json)).put("id", id));
        return id;
    }

    /** Somebody has deleted the user there by hand. */
    public void forget(String subject) {
        users.remove(subject);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            switch (mood) {
                case AWAY -> exchange.sendResponseHeaders(503, -1);
                case SLOW -> {
                    TimeUnit.MILLISECONDS.sleep(LONGER_THAN_ANYBODY_WAITS.toMillis());
                    answer(exchange);
                }
                case FORGETS_TO_ANSWER -> {
                    answerOf(exchange);
                    TimeUnit.MILLISECONDS.sleep(LONGER_THAN_ANYBODY_WAITS.toMillis());
                }
                case WELL -> answer(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answerOf(exchange);
        if (answer.location() != null) {
            exchange.getResponseHeaders().set("Location", url() + answer.location());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, String body, @Nullable String location) {

        static Answer of(int status) {
            return new Answer(status, "", null);
        }

        static Answer of(JsonNode body) {
            return new Answer(200, body.toString(), null);
        }
    }

    private synchronized Answer answerOf(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            return Answer.of(JSON.createObjectNode().put("access_token", "t").put("expires_in", 60));
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String rest = path.replace("/admin/realms/kontor/users", "");
        String method = exchange.getRequestMethod();
        if (rest.isEmpty()) {
            return method.equals("POST") ? create(body) : find(exchange.getRequestURI());
        }
        String id = rest.split("/", -1)[1];
        if (!users.containsKey(id)) {
            return Answer.of(404);
        }
        if (rest.contains("/role-mappings/realm")) {
            return roles(method, id, rest.endsWith("/available"), body);
        }
        if (method.equals("GET")) {
            return Answer.of(Objects.requireNonNull(users.get(id)));
        }
        if (method.equals("DELETE")) {
            users.remove(id);
        } else if (method.equals("PUT") && rest.equals("/" + id)) {
            return update(id, (ObjectNode) JSON.readTree(body));
        }
        return Answer.of(204);
    }

    private Answer create(String body) {
        ObjectNode user = (ObjectNode) JSON.readTree(body);
        if (isTaken(user, "")) {
            return Answer.of(409);
        }
        String id = UUID.randomUUID().toString();
        users.put(id, user.put("id", id));
        return new Answer(201, "", "/admin/realms/kontor/users/" + id);
    }

    private Answer update(String id, ObjectNode change) {
        if (!change.has("username") || isTaken(change, id)) {
            return Answer.of(change.has("username") ? 409 : 400);
        }
        ObjectNode user = Objects.requireNonNull(users.get(id));
        change.properties().forEach(field -> user.set(field.getKey(), field.getValue()));
        return Answer.of(204);
    }

    private boolean isTaken(ObjectNode wanted, String except) {
        return users.entrySet().stream()
                .filter(user -> !user.getKey().equals(except))
                .anyMatch(user -> same(user.getValue(), wanted, "username") || same(user.getValue(), wanted, "email"));
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        String value = other.path(field).asString("").toLowerCase(Locale.ROOT);
        return !value.isEmpty() && value.equals(one.path(field).asString("").toLowerCase(Locale.ROOT));
    }

    private Answer find(URI uri) {
        ArrayNode found = JSON.createArrayNode();
        String query = String.valueOf(uri.getQuery());
        users.values().stream().filter(user -> fits(user, query)).forEach(found::add);
        return Answer.of(query.contains("first=") && !query.contains("first=0") ? JSON.createArrayNode() : found);
    }

    private static boolean fits(JsonNode user, String query) {
        return List.of(query.split("&", -1)).stream().anyMatch(part -> {
            String[] pair = part.split("=", 2);
            return switch (pair[0]) {
                case "username", "email" ->
                    pair[1].equalsIgnoreCase(user.path(pair[0]).asString(""));
                case "q" -> user.path("attributes").has(pair[1].split(":", 2)[0]);
                default -> false;
            };
        });
    }

    private Answer roles(String method, String id, boolean available, String body) {
        List<String> held = roles.computeIfAbsent(id, ignored -> new ArrayList<>());
        if (method.equals("GET")) {
            ArrayNode names = JSON.createArrayNode();
            ROLES.stream()
                    .filter(role -> available != held.contains(role))
                    .forEach(role -> names.addObject().put("id", "id-" + role).put("name", role));
            return Answer.of(names);
        }
        for (JsonNode role : JSON.readTree(body)) {
            held.remove(role.get("name").asString());
            if (method.equals("POST")) {
                held.add(role.get("name").asString());
            }
        }
        return Answer.of(204);
    }
}
