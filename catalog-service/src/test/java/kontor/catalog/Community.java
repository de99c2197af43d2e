package kontor.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kontor.catalog.Shop.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop that is taken over: requests of its importer, with external ids that nobody used yet. */
public final class Community {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime());

    private final Shop shop;

    public Community(Shop shop) {
        this.shop = shop;
    }

    public static String externalId() {
        return "e" + IDS.incrementAndGet();
    }

    public Answer tags(Object... rows) {
        return shop.post("/imports/tags", request("tags", rows));
    }

    public Answer products(Object... rows) {
        return shop.post("/imports/products", request("products", rows));
    }

    /** A new product with one price. */
    public long productId() {
        return ids(products(product(externalId(), shop.admin().id()))).getFirst();
    }

    public static Map<String, Object> request(String list, Object... rows) {
        return Map.of("source", "community", list, rows);
    }

    public static Map<String, Object> tag(String externalId) {
        return Map.of("externalId", externalId, "name", Shop.named("T"), "forSale", true);
    }

    /** Counted, with a price of 2019; by this admin. */
    public static Map<String, @Nullable Object> product(String externalId, UUID adminId) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("externalId", externalId);
        row.put("createdAt", "2019-03-01T08:00:00Z");
        row.put("createdBy", adminId);
        row.put("name", Shop.named("Moved"));
        row.put("barcode", null);
        row.put("active", true);
        row.put("stockPolicy", "TRACKED");
        row.put("revocable", true);
        row.put("imageUploadId", null);
        row.put("tagIds", List.of());
        row.put("prices", List.of(price("2019-03-01T08:00:00Z", 120, adminId)));
        return row;
    }

    /** The row with another value of one field. */
    public static Map<String, @Nullable Object> with(Map<String, ?> row, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
        changed.put(field, value);
        return changed;
    }

    public static Map<String, Object> price(String at, long amountMinor, UUID adminId) {
        return Map.of("externalId", externalId(), "at", at, "amountMinor", amountMinor, "byAdminId", adminId);
    }

    public static List<Long> ids(Answer answer) {
        return results(answer).stream().map(result -> result.get("id").asLong()).toList();
    }

    public static List<String> outcomes(Answer answer) {
        return results(answer).stream()
                .map(result -> result.get("outcome").asString())
                .toList();
    }

    private static List<JsonNode> results(Answer answer) {
        return answer.expect(200).body().get("results").valueStream().toList();
    }
}
