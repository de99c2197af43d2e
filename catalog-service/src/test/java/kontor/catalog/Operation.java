package kontor.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.platform.security.Caller;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** An operation that takes JSON, and the raw fields it would take. */
record Operation(String name, Map<String, String> good) {

    HttpMethod method() {
        return HttpMethod.valueOf(name.split(" ", 2)[0]);
    }

    String path(Thing thing) {
        return thing.at(name.split(" ", 2)[1]);
    }

    /** Needs a key. */
    boolean isOnce() {
        return name.contains("/bulk/") || name.endsWith("stock-corrections");
    }

    /** A draft may be without anything. */
    boolean mayBeEmpty() {
        return name.equals("POST /listings");
    }

    boolean isPatch() {
        return method().equals(HttpMethod.PATCH);
    }

    String with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(good);
        fields.put(field, value);
        return json(fields);
    }

    String body() {
        return json(good);
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Every operation that takes JSON. */
    static List<Operation> all(Thing thing) {
        String name = "\"" + Shop.named("G") + "\"";
        Map<String, String> named = Map.of("name", name);
        String category = Long.toString(thing.category());
        return List.of(
                new Operation("POST /products", Map.of("name", name, "priceMinor", "5")),
                new Operation("PATCH /products/{id}", named),
                new Operation("POST /products/{productId}/prices", Map.of("priceMinor", "5")),
                new Operation(
                        "POST /products/{productId}/stock-corrections", Map.of("delta", "5", "reason", "\"found\"")),
                new Operation("POST /products/bulk/price-change", Map.of("categoryId", category, "percent", "5")),
                new Operation("POST /products/bulk/move", Map.of("priceMinor", "9999999999", "categoryName", name)),
                new Operation("POST /products/bulk/slow-movers", Map.of()),
                new Operation("POST /tags", named),
                new Operation("PATCH /tags/{id}", named),
                new Operation("POST /categories", named),
                new Operation("PATCH /categories/{id}", named),
                new Operation("POST /vat-rates", Map.of("percentage", "77.77")),
                new Operation("PATCH /vat-rates/{id}", named),
                new Operation(
                        "POST /packagings",
                        Map.of("name", name, "lengthMm", "1", "widthMm", "1", "heightMm", "1", "weightG", "0")),
                new Operation("PATCH /packagings/{id}", named),
                new Operation("POST /listings", Map.of("title", name)),
                new Operation("PATCH /listings/{id}", Map.of("title", name)),
                new Operation("POST /listings/{id}/status", Map.of("status", "\"ACTIVE\"")),
                new Operation("POST /imports/tags", imported("tags", Community.tag(Community.externalId()))),
                new Operation(
                        "POST /imports/products",
                        imported("products", Community.product(Community.externalId(), Caller.SYSTEM))),
                new Operation("POST /imports/vat-rates", raw(Retail.request("vatRates", Retail.vatRate(66)))),
                new Operation("POST /imports/categories", raw(Retail.request("categories", Retail.category(null)))));
    }

    private static Map<String, String> raw(Map<String, Object> request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.forEach((name, value) -> fields.put(name, JsonMapper.shared().writeValueAsString(value)));
        return fields;
    }

    private static Map<String, String> imported(String list, Map<String, ?> row) {
        return Map.of("source", "\"community\"", list, "[" + JsonMapper.shared().writeValueAsString(row) + "]");
    }
}
