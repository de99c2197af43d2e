package kontor.bench.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Goods of the benchmark's own, so that the stock of real ones is not sold out a thousand times. Half of them without
 * VAT, which books two entries, half with, which books three. They are for sale only while something is measured.
 */
public final class BenchShelf implements AutoCloseable {

    private static final BigDecimal VAT = new BigDecimal("27");

    private final Supplier<ShopApi> logIn;
    private final List<Good> goods = new ArrayList<>();
    private ShopApi admin;

    /** @param adminToken gives a fresh one: a run is longer than a token lives */
    public BenchShelf(URI gateway, Supplier<String> adminToken) {
        this.logIn = () -> new ShopApi(gateway, adminToken.get());
        this.admin = logIn.get();
    }

    /** Creates what is missing and puts all up for sale. */
    public List<Good> open(int count) {
        Map<String, JsonNode> known = new HashMap<>();
        admin.list("/products?name=Bench&active=any").forEach(product -> known.put(name(product), product));
        for (int number = 1; number <= count; number++) {
            String name = "Bench %02d".formatted(number);
            JsonNode product = known.get(name);
            long id = (product == null ? create(name, number % 2 == 0) : product)
                    .required("id")
                    .asLong();
            setActive(id, true);
            goods.add(good(admin.get("/products/" + id)));
        }
        return goods;
    }

    /** Sees to it that so many pieces of each can be sold. */
    public void fill(int pieces) {
        for (Good good : goods) {
            String path = "/products/%d/stock".formatted(good.productId());
            long missing = pieces - admin.get(path).required("available").asLong();
            if (missing > 0) {
                admin.post(path + "-corrections", Map.of("delta", missing, "reason", "Benchmark"));
            }
        }
    }

    private JsonNode create(String name, boolean taxed) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "priceMinor", 249));
        if (taxed) {
            body.put("vatRateId", vatRate());
        }
        return admin.post("/products", body);
    }

    private long vatRate() {
        return admin.list("/vat-rates?sort=percentage").stream()
                .filter(rate -> rate.required("percentage").decimalValue().compareTo(VAT) == 0)
                .findFirst()
                .orElseGet(() -> admin.post("/vat-rates", Map.of("percentage", VAT, "name", "Standard rate")))
                .required("id")
                .asLong();
    }

    private void setActive(long id, boolean active) {
        JsonNode product = admin.get("/products/" + id);
        if (product.required("active").asBoolean() != active) {
            admin.patch("/products/" + id, product.required("version").asLong(), Map.of("active", active));
        }
    }

    private static String name(JsonNode product) {
        return product.required("name").asString();
    }

    private static Good good(JsonNode product) {
        return new Good(
                product.required("id").asLong(),
                product.required("version").asLong(),
                product.required("priceMinor").asLong(),
                product.required("vatPercentage").decimalValue(),
                product.required("grossPriceMinor").asLong());
    }

    /** Takes them off the shelf again. */
    @Override
    public void close() {
        admin = logIn.get();
        goods.forEach(good -> setActive(good.productId(), false));
    }
}
