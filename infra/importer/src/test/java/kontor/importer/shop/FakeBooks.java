package kontor.importer.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop keeps: rows by kind and external id; figures are computed when they are asked for. */
public final class FakeBooks {

    private static final int ROWS_MAX = 500;
    private static final Set<String> JOINED = Set.of("ranks", "tags", "categories", "paymentMethods");

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Map<String, ObjectNode>> rows = new HashMap<>();
    private final List<String> logIns = new ArrayList<>();
    private boolean isAdmin = true;
    private int uploads;
    private long next = 100;

    /** Something of the shop's own, such as a product that was there before. */
    public void own(String list, String name, Map<String, Object> more) {
        ObjectNode row = json.valueToTree(more);
        row.put("id", next++);
        row.put(list.equals("paymentMethods") ? "method" : "name", name);
        of(list).put("own " + name, row);
    }

    public int count(String list) {
        return of(list).size();
    }

    public int uploads() {
        return uploads;
    }

    public List<String> logIns() {
        return logIns;
    }

    /** The importer's person has no rights any more. */
    public void demote() {
        isAdmin = false;
    }

    /** Changes a row behind the importer's back. */
    public ObjectNode row(String list, long sourceId) {
        return Objects.requireNonNull(of(list).get(Long.toString(sourceId)));
    }

    /** As if it had never been booked. */
    public void forget(String list, long sourceId) {
        of(list).remove(Long.toString(sourceId));
    }

    private Map<String, ObjectNode> of(String list) {
        return rows.computeIfAbsent(list, key -> new LinkedHashMap<>());
    }

    JsonNode take(String path, JsonNode request) {
        String list = request.propertyNames().stream()
                .filter(name -> !name.equals("source"))
                .findFirst()
                .orElseThrow();
        JsonNode sent = request.required(list);
        if (sent.isEmpty() || sent.size() > ROWS_MAX) {
            throw new IllegalStateException("%d rows for %s".formatted(sent.size(), path));
        }
        ArrayNode results = json.createArrayNode();
        String source = request.required("source").asString();
        for (JsonNode row : sent) {
            results.add(take(source, row.path("kind").asString(list), (ObjectNode) row));
        }
        return json.createObjectNode().set("results", results);
    }

    private ObjectNode take(String source, String kind, ObjectNode row) {
        String externalId = row.required("externalId").asString();
        ObjectNode result = json.createObjectNode().put("externalId", externalId);
        ObjectNode known = of(kind).get(externalId);
        String outcome = known == null ? "CREATED" : "UNCHANGED";
        if (known == null && JOINED.contains(kind)) {
            known = of(kind).remove("own "
                    + row.path("name").asString(row.path("method").asString("")));
            if (known != null) {
                known.put("externalSource", source).put("externalId", externalId);
                of(kind).put(externalId, known);
                outcome = "MATCHED";
            }
        }
        if (known == null) {
            known = row.deepCopy();
            known.put("externalSource", source);
            if (kind.equals("members")) {
                known.put("id", new UUID(7, next++).toString());
            } else {
                known.put("id", next++);
            }
            of(kind).put(externalId, known);
        }
        result.set("id", known.get("id"));
        return result.put("outcome", outcome);
    }

    JsonNode write(String path, String body) {
        if (path.equals("/uploads")) {
            uploads++;
            return json.createObjectNode().put("id", 9_000 + uploads);
        }
        String id = path.split("/", -1)[2];
        String logIn = json.readTree(body).required("login").asString();
        if (logIns.contains(logIn)) {
            return FakeShop.problem("duplicate");
        }
        for (ObjectNode member : of("members").values()) {
            if (member.required("id").asString().equals(id)) {
                member.put("hasLogIn", true).put("login", logIn);
            }
        }
        logIns.add(logIn);
        return json.createObjectNode().put("userName", logIn).put("oneTimePassword", "secret-" + logIns.size());
    }

    JsonNode read(String path, String query) {
        return switch (path) {
            case "/members/me" ->
                json.createObjectNode()
                        .put("id", new UUID(7, 1).toString())
                        .put("admin", isAdmin)
                        .put("displayName", "Ada");
            case "/members" -> page(query, members());
            case "/ranks", "/tags" ->
                page(query, List.copyOf(of(path.substring(1)).values()));
            case "/products" -> page(query, new FakeFigures(rows).products());
            case "/accounts" -> page(query, new FakeFigures(rows).accounts());
            case "/finance/product-sums" -> page(query, new FakeFigures(rows).sums());
            case "/categories" -> page(query, List.copyOf(of("categories").values()));
            case "/payment-methods" ->
                page(query, List.copyOf(of("paymentMethods").values()));
            case "/orders" -> page(query, new FakeRetail(rows).orders());
            case "/invoices" -> page(query, new FakeRetail(rows).invoices());
            default -> page(query, new FakeRetail(rows).sites(customerOf(path)));
        };
    }

    private static long customerOf(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != 4 || !parts[1].equals("customers") || !parts[3].equals("sites")) {
            throw new IllegalStateException(path);
        }
        return Long.parseLong(parts[2]);
    }

    private List<ObjectNode> members() {
        return of("members").values().stream()
                .map(member -> member.deepCopy()
                        .put("displayName", member.required("lastName").asString())
                        .put("status", "VERIFIED"))
                .toList();
    }

    private JsonNode page(String query, List<ObjectNode> all) {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        int to = Math.min(from + 100, all.size());
        ObjectNode page = json.createObjectNode();
        page.set("items", json.valueToTree(all.subList(from, to)));
        if (to < all.size()) {
            page.put("next", Integer.toString(to));
        }
        return page;
    }
}
