package kontor.bench.shop;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Things that the members of the benchmark offer each other, and how they are sent. Listings are new for each run of
 * the program, since one has at most ten thousand pieces, and closed after it; packaging and tariff are kept for the
 * next.
 */
public final class BenchMarket implements AutoCloseable {

    private static final String NAME = "Benchmark";
    private static final int PIECES = 10_000;
    private static final Map<String, String> SENDER = Map.of(
            "name", "Bench seller", "street", "Bench street 1", "zipCode", "9021", "city", "Gyor", "country", "HU");

    private final URI gateway;
    private final Supplier<ShopApi> logIn;
    private final Shoppers shoppers;
    private final List<Long> listings = new ArrayList<>();

    /** @param adminToken gives a fresh one: a run is longer than a token lives */
    public BenchMarket(URI gateway, Supplier<String> adminToken, Shoppers shoppers) {
        this.gateway = gateway;
        this.logIn = () -> new ShopApi(gateway, adminToken.get());
        this.shoppers = shoppers;
    }

    /** How the parcels are packed and sent. */
    public record Way(long packaging, long tariff) {}

    public Way way() {
        ShopApi admin = logIn.get();
        Map<String, Object> packaging =
                new HashMap<>(Map.of("name", NAME, "lengthMm", 300, "widthMm", 200, "heightMm", 150, "weightG", 180));
        Map<String, Object> tariff = new HashMap<>(
                Map.of("carrier", NAME, "name", NAME, "originCountry", "HU", "destinationCountries", List.of("HU")));
        tariff.putAll(Map.of(
                "maxWeightG", 20_000, "maxLengthMm", 600, "maxWidthMm", 400, "maxHeightMm", 400, "priceMinor", 540));
        return new Way(
                known(admin, "/packagings", "?name=" + NAME, packaging),
                known(admin, "/shipping-tariffs", "?active=true&carrier=" + NAME, tariff));
    }

    private static long known(ShopApi admin, String path, String query, Map<String, Object> body) {
        return admin.list(path + query).stream()
                .findFirst()
                .orElseGet(() -> admin.post(path, body))
                .required("id")
                .asLong();
    }

    /** One of each of the first members; known to order-service, which answers what it would cost to send it. */
    public List<Long> open(int count, Way way) {
        List<String> tokens = shoppers.freshTokens();
        for (int number = 0; number < count; number++) {
            ShopApi seller = new ShopApi(gateway, tokens.get(number));
            JsonNode draft = seller.post(
                    "/listings",
                    Map.of(
                            "title",
                            NAME + " " + number,
                            "unitPriceMinor",
                            1_845,
                            "quantity",
                            PIECES,
                            "weightG",
                            320,
                            "shipFrom",
                            SENDER));
            long id = draft.required("id").asLong();
            listings.add(id);
            seller.post("/listings/%d/status".formatted(id), Map.of("status", "ACTIVE"));
        }
        for (int number = 0; number < count; number++) {
            ShopApi other = new ShopApi(gateway, tokens.get((number + 1) % tokens.size()));
            Map<String, Object> line = Map.of("listingId", listings.get(number), "quantity", 1);
            other.post(
                    "/shipping-quotes",
                    Map.of("lines", List.of(line), "packagingId", way.packaging(), "country", "HU"));
        }
        return List.copyOf(listings);
    }

    /** Takes them off the market; what was bought of them goes on. */
    @Override
    public void close() {
        ShopApi admin = logIn.get();
        listings.forEach(id -> admin.post("/listings/%d/status".formatted(id), Map.of("status", "CLOSED")));
    }
}
