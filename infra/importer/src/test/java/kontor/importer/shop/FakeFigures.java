package kontor.importer.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Credits, stocks and sums of what was booked, by the rules of Kontor (L-5, L-19, C-14). */
final class FakeFigures {

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Map<String, ObjectNode>> rows;

    FakeFigures(Map<String, Map<String, ObjectNode>> rows) {
        this.rows = rows;
    }

    List<ObjectNode> accounts() {
        Map<String, Long> credits = new LinkedHashMap<>();
        all("VERIFICATION").forEach(row -> credits.put(row.get("memberId").asString(), 0L));
        live("DEPOSIT", "DEPOSIT_SWITCH", "depositExternalId")
                .forEach(row -> credits.merge(
                        text(row, "memberId"), row.get("amountMinor").asLong(), Long::sum));
        live("PURCHASE", "PURCHASE_SWITCH", "purchaseExternalId")
                .forEach(row -> credits.merge(
                        text(row, "memberId"),
                        -row.get("unitPriceMinor").asLong() * row.get("amount").asLong(),
                        Long::sum));
        for (ObjectNode collection : collections()) {
            for (JsonNode line : lines(collection)) {
                credits.merge(
                        text(collection, "sellerId"),
                        line.get("totalPriceMinor").asLong(),
                        Long::sum);
            }
        }
        return credits.entrySet().stream()
                .map(entry ->
                        json.createObjectNode().put("memberId", entry.getKey()).put("creditMinor", entry.getValue()))
                .toList();
    }

    List<ObjectNode> products() {
        List<ObjectNode> products = new ArrayList<>();
        for (ObjectNode row : all("products")) {
            ObjectNode product = row.deepCopy();
            JsonNode prices = product.path("prices");
            product.put(
                    "priceMinor",
                    prices.isEmpty()
                            ? 1
                            : prices.get(prices.size() - 1).get("amountMinor").asLong());
            if (product.path("stockPolicy").asString("").equals("TRACKED")) {
                product.set(
                        "stock",
                        json.createObjectNode()
                                .put(
                                        "onHand",
                                        stock(product.get("id").asLong())
                                                + product.path("openingStock").asLong(0)));
            }
            products.add(product);
        }
        return products;
    }

    List<ObjectNode> sums() {
        Map<Long, long[]> sums = new HashMap<>();
        for (ObjectNode row : live("PURCHASE", "PURCHASE_SWITCH", "purchaseExternalId")) {
            long[] sum = sums.computeIfAbsent(row.get("productId").asLong(), id -> new long[4]);
            sum[0] += row.get("amount").asLong();
            sum[1] += row.get("amount").asLong() * row.get("unitPriceMinor").asLong();
        }
        for (ObjectNode collection : collections()) {
            for (JsonNode line : lines(collection)) {
                long[] sum = sums.computeIfAbsent(line.get("productId").asLong(), id -> new long[4]);
                sum[2] += line.get("amount").asLong();
                sum[3] += line.get("totalPriceMinor").asLong();
            }
        }
        return sums.entrySet().stream()
                .map(entry -> json.createObjectNode()
                        .put("productId", entry.getKey())
                        .put("boughtPieces", entry.getValue()[0])
                        .put("boughtGrossMinor", entry.getValue()[1])
                        .put("replenishedPieces", entry.getValue()[2])
                        .put("replenishedMinor", entry.getValue()[3]))
                .toList();
    }

    private long stock(long product) {
        Instant start = Instant.MIN;
        long stock = 0;
        List<ObjectNode> counted = live("STOCKTAKING", "STOCKTAKING_SWITCH", "stocktakingExternalId");
        counted.sort(Comparator.comparing(FakeFigures::at)
                .thenComparingLong(row -> row.get("id").asLong()));
        for (ObjectNode stocktaking : counted) {
            for (JsonNode line : stocktaking.get("lines")) {
                if (line.get("productId").asLong() == product) {
                    start = at(stocktaking);
                    stock = line.get("count").asLong();
                }
            }
        }
        for (ObjectNode row : live("PURCHASE", "PURCHASE_SWITCH", "purchaseExternalId")) {
            stock -= row.get("productId").asLong() == product && !at(row).isBefore(start)
                    ? row.get("amount").asLong()
                    : 0;
        }
        for (ObjectNode collection : collections()) {
            for (JsonNode line : lines(collection)) {
                stock += line.get("productId").asLong() == product
                                && !at(collection).isBefore(start)
                        ? line.get("amount").asLong()
                        : 0;
            }
        }
        return stock;
    }

    private List<ObjectNode> collections() {
        return live("REPLENISHMENT", "REPLENISHMENT_SWITCH", "collectionExternalId");
    }

    private List<JsonNode> lines(ObjectNode collection) {
        Set<String> revoked = revoked("REPLENISHMENT_LINE_SWITCH", "lineExternalId");
        return collection
                .get("lines")
                .valueStream()
                .filter(line -> !revoked.contains(line.get("externalId").asString()))
                .toList();
    }

    private List<ObjectNode> live(String kind, String switches, String reference) {
        Set<String> revoked = revoked(switches, reference);
        return new ArrayList<>(all(kind).stream()
                .filter(row -> !revoked.contains(text(row, "externalId")))
                .toList());
    }

    /** The last word in the order of arrival. */
    private Set<String> revoked(String switches, String reference) {
        Set<String> revoked = new HashSet<>();
        for (ObjectNode row : all(switches)) {
            boolean now = row.get("revoked").asBoolean();
            if (now ? !revoked.add(text(row, reference)) : !revoked.remove(text(row, reference))) {
                throw new IllegalStateException("already in state: " + row);
            }
        }
        return revoked;
    }

    private Collection<ObjectNode> all(String kind) {
        return rows.getOrDefault(kind, Map.of()).values();
    }

    private static Instant at(ObjectNode row) {
        return Instant.parse(text(row, "at"));
    }

    private static String text(ObjectNode row, String field) {
        return row.required(field).asString();
    }
}
