package kontor.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import kontor.catalog.Shop.Answer;
import org.jspecify.annotations.Nullable;

/** A retail shop that is taken over: requests of its importer, with external ids that nobody used yet. */
public final class Retail {

    private final Shop shop;

    public Retail(Shop shop) {
        this.shop = shop;
    }

    public Answer vatRates(Object... rows) {
        return shop.post("/imports/vat-rates", request("vatRates", rows));
    }

    public Answer categories(Object... rows) {
        return shop.post("/imports/categories", request("categories", rows));
    }

    public Answer products(Object... rows) {
        return shop.post("/imports/products", request("products", rows));
    }

    public static Map<String, Object> request(String list, Object... rows) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("source", "retail");
        request.put(list, rows);
        return request;
    }

    public static Map<String, Object> vatRate(Object percentage) {
        return Map.of("externalId", Community.externalId(), "percentage", percentage);
    }

    public static Map<String, @Nullable Object> category(@Nullable Object parentExternalId) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("externalId", Community.externalId());
        row.put("name", Shop.named("Toys"));
        row.put("parentExternalId", parentExternalId);
        return row;
    }
}
