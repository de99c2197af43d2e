package kontor.importer.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop answers about sites, orders and invoices that were taken over. */
final class FakeRetail {

    private final Map<String, Map<String, ObjectNode>> rows;

    FakeRetail(Map<String, Map<String, ObjectNode>> rows) {
        this.rows = rows;
    }

    /** A site's id here is that of the source and a thousand more. */
    List<ObjectNode> sites(long customerId) {
        List<ObjectNode> sites = new ArrayList<>();
        for (ObjectNode customer : all("customers")) {
            if (customer.get("id").asLong() == customerId) {
                for (JsonNode site : customer.get("sites")) {
                    sites.add(((ObjectNode) site)
                            .deepCopy()
                            .put("id", 1_000 + site.get("externalId").asLong())
                            .put("externalSource", "retail"));
                }
            }
        }
        return sites;
    }

    List<ObjectNode> orders() {
        Map<Long, BigDecimal> rates = new HashMap<>();
        all("vatRates")
                .forEach(rate -> rates.put(
                        rate.get("id").asLong(), rate.get("percentage").decimalValue()));
        Map<Long, BigDecimal> rateOfProduct = new HashMap<>();
        for (ObjectNode product : all("products")) {
            rateOfProduct.put(
                    product.get("id").asLong(),
                    rates.getOrDefault(product.path("vatRateId").asLong(0), BigDecimal.ZERO));
        }
        List<ObjectNode> orders = new ArrayList<>();
        for (ObjectNode order : all("orders")) {
            Map<BigDecimal, Long> nets = new HashMap<>();
            for (JsonNode item : order.get("items")) {
                nets.merge(rateOfProduct.get(item.get("productId").asLong()), net(item), Long::sum);
            }
            orders.add(summed(order, nets));
        }
        return orders;
    }

    List<ObjectNode> invoices() {
        List<ObjectNode> invoices = new ArrayList<>();
        for (ObjectNode invoice : all("invoices")) {
            Map<BigDecimal, Long> nets = new HashMap<>();
            for (JsonNode item : invoice.get("items")) {
                nets.merge(item.get("vatPercentage").decimalValue().stripTrailingZeros(), net(item), Long::sum);
            }
            invoices.add(summed(invoice, nets));
        }
        return invoices;
    }

    private static long net(JsonNode item) {
        return item.get("amount").asLong() * item.get("unitPriceMinor").asLong();
    }

    private static ObjectNode summed(ObjectNode row, Map<BigDecimal, Long> nets) {
        long net = 0;
        long vat = 0;
        for (Map.Entry<BigDecimal, Long> rate : nets.entrySet()) {
            net += rate.getValue();
            vat += rate.getKey()
                    .multiply(BigDecimal.valueOf(rate.getValue()))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return row.deepCopy().put("netMinor", net).put("grossMinor", net + vat);
    }

    private List<ObjectNode> all(String list) {
        return List.copyOf(rows.getOrDefault(list, Map.of()).values());
    }
}
