package kontor.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** An operation that takes JSON, and the raw fields it would take. */
record Operation(String name, Map<String, String> good) {

    private static final Pattern WITHOUT_KEY =
            Pattern.compile("payment-methods|/imports/|fee-models|shipping-|/evaluations/");

    /** What operations are about: an order that waits for the catalog, its item, a payment method, a purchase. */
    record Thing(
            Shop.Customer customer,
            long order,
            long item,
            long method,
            long product,
            MarketTerms terms,
            long purchase) {

        static Thing made(Shop shop) {
            Shop.Customer cleo = shop.customer();
            long product = shop.neighbours().product(100, "27");
            Answer order = shop.placed(cleo, shop.order(cleo, Shop.line(product, 1)));
            MarketTerms terms = MarketTerms.made(shop);
            long purchase = Trades.of(cleo.member(), terms, shop).bought();
            return new Thing(cleo, order.id(), order.item(1), shop.newMethod(), product, terms, purchase);
        }
    }

    HttpMethod method() {
        return HttpMethod.valueOf(name.split(" ", 2)[0]);
    }

    String path(Thing thing) {
        String path = name.split(" ", 2)[1];
        long other = path.contains("payment-methods")
                ? thing.method()
                : path.contains("order-statuses")
                        ? 4
                        : path.contains("market-purchases") ? thing.purchase() : thing.order();
        long id = thing.terms().idIn(path).orElse(other);
        return path.replace("{id}", Long.toString(id)).replace("{itemId}", Long.toString(thing.item()));
    }

    /** Needs a key. */
    boolean isOnce() {
        return method().equals(HttpMethod.POST) && !WITHOUT_KEY.matcher(name).find();
    }

    boolean isPatch() {
        return method().equals(HttpMethod.PATCH);
    }

    /** The good fields with one of them, or of its only line, replaced. */
    String with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(good);
        if (field.startsWith("line.")) {
            String line = good.getOrDefault("lines", "[{}]");
            String name = "\"" + field.substring(5) + "\": ";
            String rest = line.replaceAll("(, )?" + name + "[^,}]*", "").replace("{, ", "{");
            fields.put("lines", rest.replace("}", (rest.contains("\"") ? ", " : "") + name + value + "}"));
        } else {
            fields.put(field, value);
        }
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
        return Stream.of(retail(thing), thing.terms().operations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> retail(Thing thing) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("customerId", Long.toString(thing.customer().id()));
        order.put("customerSiteId", Long.toString(thing.customer().site()));
        order.put("paymentMethodId", Long.toString(thing.method()));
        order.put("lines", "[{\"productId\": %d, \"amount\": 1}]".formatted(thing.product()));
        String method = "\"" + Shop.named("Good") + "\"";
        Map<String, String> status = Map.of("status", "\"PROCESSING\"");
        Map<String, String> bulk = new LinkedHashMap<>();
        bulk.put("orderIds", "[%d]".formatted(thing.order()));
        bulk.put("status", "\"PROCESSING\"");
        return List.of(
                new Operation("POST /orders", order),
                new Operation("PATCH /orders/{id}", Map.of("paymentMethodId", Long.toString(thing.method()))),
                new Operation("PATCH /orders/{id}/items/{itemId}", Map.of("unitPriceMinor", "5")),
                new Operation("POST /orders/{id}/status", status),
                new Operation("POST /orders/{id}/items/{itemId}/status", status),
                new Operation("POST /orders/bulk/status", bulk),
                new Operation("POST /orders/{id}/cancellation", Map.of()),
                new Operation("POST /payment-methods", Map.of("method", method, "deadlineDays", "5")),
                new Operation("PATCH /payment-methods/{id}", Map.of("method", method)),
                new Operation("PATCH /order-statuses/{id}", Map.of("name", method)),
                imported("payment-methods", "paymentMethods", Retail.method()),
                imported("order-statuses", "statuses", Retail.status("NEW")),
                imported(
                        "orders",
                        "orders",
                        Retail.order(thing.customer().site(), thing.method(), Retail.item(thing.product()))));
    }

    private static Operation imported(String path, String list, String row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("source", "\"retail\"");
        fields.put(list, "[" + row + "]");
        return new Operation("POST /imports/" + path, fields);
    }
}
