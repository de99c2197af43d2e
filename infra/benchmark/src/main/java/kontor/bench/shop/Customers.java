package kontor.bench.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Customer profiles of the members of the benchmark, and the payment method they order with; kept for the next run. */
public final class Customers {

    private static final String METHOD = "Benchmark transfer";

    private final ShopApi admin;

    Customers(ShopApi admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing.
     *
     * @return the main site of each member, in their order
     */
    public List<Long> sites(List<String> memberIds) {
        Map<String, JsonNode> known = new HashMap<>();
        admin.list("/customers?name=Bench")
                .forEach(customer -> known.put(customer.required("memberId").asString(), customer));
        List<Long> sites = new ArrayList<>();
        for (String memberId : memberIds) {
            JsonNode customer = known.get(memberId);
            sites.add((customer == null ? open(memberId, sites.size() + 1) : customer)
                    .required("mainSiteId")
                    .asLong());
        }
        return sites;
    }

    private JsonNode open(String memberId, int number) {
        Map<String, String> site = Map.of("zipCode", "1117", "city", "Budapest", "street", "Bench street " + number);
        return admin.post(
                "/members/%s/customer".formatted(memberId),
                Map.of("name", Shoppers.lastName(number), "sites", List.of(site)));
    }

    public long paymentMethod() {
        return admin.list("/payment-methods?sort=method").stream()
                .filter(method -> method.required("method").asString().equals(METHOD))
                .findFirst()
                .orElseGet(() -> admin.post("/payment-methods", Map.of("method", METHOD, "deadlineDays", 14)))
                .required("id")
                .asLong();
    }
}
