package kontor.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Loads what retail shows: goods with VAT, a customer with two sites, an issuer, and orders in several states. */
public final class RetailTrade implements DemoData {

    private static final String ADMIN = "ada";
    private static final Set<String> DECIDED_BY_THE_STOCK = Set.of("NEW", "REJECTED");

    @Override
    public String name() {
        return "retail";
    }

    @Override
    public void load(Shop shop) {
        DemoRetail retail = DemoRetail.read();
        Api admin = Api.anonymous(shop.gateway()).as(shop.logIns().token(ADMIN));
        JsonNode customers =
                admin.get("/api/v1/customers?login=" + retail.customer()).get("items");
        if (customers.isEmpty()) {
            shop.progress()
                    .accept("demo data: %s is no customer any more, so nobody orders".formatted(retail.customer()));
            return;
        }
        shop.progress().accept("demo data: retail");
        retail.vatRates().forEach(rate -> admin.create("/api/v1/vat-rates", "demo:vat:" + rate.name(), rate));
        new DemoShelf(admin, retail.goods()).fill();
        retail.paymentMethods()
                .forEach(method ->
                        admin.create("/api/v1/payment-methods", "demo:payment-method:" + method.method(), method));
        if (admin.get("/api/v1/issuers?limit=1").get("items").isEmpty()) {
            admin.create("/api/v1/issuers", "demo:issuer", retail.issuer());
        }
        order(admin, retail, customers.get(0));
    }

    private static void order(Api admin, DemoRetail retail, JsonNode customer) {
        long customerId = customer.get("id").asLong();
        long main = customer.get("mainSiteId").asLong();
        long second = secondSite(admin, retail, customerId, main);
        for (int number = 0; number < retail.orders().size(); number++) {
            DemoRetail.Order order = retail.orders().get(number);
            Map<String, Object> body = Map.of(
                    "customerId",
                    customerId,
                    "customerSiteId",
                    order.toSecondSite() ? second : main,
                    "paymentMethodId",
                    paymentMethod(admin, order.payment()),
                    "lines",
                    order.lines());
            String key = "demo:order:" + number;
            admin.create("/api/v1/orders", key, body).ifPresent(placed -> moveOn(admin, key, placed, order.status()));
        }
    }

    /** Known also where an older demo shop has none, or its people have added one of their own. */
    private static long secondSite(Api admin, DemoRetail retail, long customerId, long main) {
        String path = "/api/v1/customers/%d/sites".formatted(customerId);
        return others(admin, path, main).stream().findFirst().orElseGet(() -> {
            admin.create(path, "demo:second-site", retail.secondSite());
            return others(admin, path, main).getFirst();
        });
    }

    private static List<Long> others(Api admin, String path, long main) {
        return admin.get(path)
                .get("items")
                .valueStream()
                .map(site -> site.get("id").asLong())
                .filter(site -> site != main)
                .toList();
    }

    private static long paymentMethod(Api admin, String name) {
        return admin.get("/api/v1/payment-methods?limit=100")
                .get("items")
                .valueStream()
                .filter(method -> method.get("method").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private static void moveOn(Api admin, String key, JsonNode placed, String status) {
        String path = "/api/v1/orders/" + placed.get("id").asLong();
        admin.await(path, order -> !order.get("status").asString().equals("PENDING"));
        if (status.equals("CANCELLED")) {
            admin.create(path + "/cancellation", key + ":cancellation", Map.of());
        } else if (!DECIDED_BY_THE_STOCK.contains(status)) {
            admin.create(path + "/status", key + ":status", Map.of("status", status));
        }
    }
}
