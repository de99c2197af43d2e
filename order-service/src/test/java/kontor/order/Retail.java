package kontor.order;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A retail shop that is taken over: requests of its importer, with external ids that nobody used yet. */
public final class Retail {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime());

    private final Shop shop;

    public Retail(Shop shop) {
        this.shop = shop;
    }

    public static String externalId() {
        return "e" + IDS.incrementAndGet();
    }

    public Answer methods(String... rows) {
        return post("payment-methods", "paymentMethods", rows);
    }

    public Answer statuses(String... rows) {
        return post("order-statuses", "statuses", rows);
    }

    public Answer orders(String... rows) {
        return post("orders", "orders", rows);
    }

    private Answer post(String path, String list, String... rows) {
        return shop.post(shop.admin().bearer(), "/imports/" + path, request(list, rows));
    }

    public static String request(String list, String... rows) {
        return "{\"source\": \"retail\", \"%s\": [%s]}".formatted(list, String.join(", ", rows));
    }

    public static String method() {
        return "{\"externalId\": \"%s\", \"method\": \"%s\", \"deadlineDays\": 8}"
                .formatted(externalId(), Shop.named("Wire"));
    }

    public static String status(String code) {
        return "{\"externalId\": \"%s\", \"code\": \"%s\"}".formatted(externalId(), code);
    }

    /** Placed and to be delivered in January 2020; delivered. */
    public static String order(long site, long method, String... items) {
        return """
                {"externalId": "%s", "placedAt": "2020-01-18T00:00:00Z", "deadline": "2020-01-30T00:00:00Z", \
                "customerSiteId": %d, "paymentMethodId": %d, "status": "DELIVERED", "items": [%s]}\
                """.formatted(externalId(), site, method, String.join(", ", items));
    }

    /** Two pieces at 41.78 net; delivered. */
    public static String item(long product) {
        return """
                {"externalId": "%s", "productId": %d, "amount": 2, "unitPriceMinor": 4178, "status": "DELIVERED"}\
                """.formatted(externalId(), product);
    }

    /** The external id of the first row, as it was sent. */
    public static String externalIdOf(String row) {
        Matcher id = Pattern.compile("\"externalId\": \"([^\"]+)\"").matcher(row);
        return id.find() ? id.group(1) : "";
    }

    public static long id(Answer answer) {
        return answer.expect(200).body().at("/results/0/id").asLong();
    }

    public static @Nullable String outcome(Answer answer, int place) {
        return answer.expect(200)
                .body()
                .at("/results/%d/outcome".formatted(place))
                .asString("");
    }
}
