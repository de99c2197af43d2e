package kontor.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.order.Bazaar.Deal;

/** Operations on purchases that take JSON, about one that is there. */
record PurchaseOperations(Deal deal, long packaging) {

    private static final String ONE = "/market-purchases/{id}";

    List<Operation> all() {
        return List.of(
                new Operation("POST /market-purchases", purchase()),
                new Operation("PATCH " + ONE, Map.of("sellerReference", "\"R-7\"")),
                new Operation("POST " + ONE + "/payment", Map.of()),
                new Operation("POST " + ONE + "/shipment", Map.of()),
                new Operation("POST " + ONE + "/confirmation", Map.of()),
                new Operation("POST " + ONE + "/cancellation", Map.of()),
                new Operation("POST " + ONE + "/adjustments", adjustment()));
    }

    private Map<String, String> purchase() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("packagingId", Long.toString(packaging));
        fields.put("shippingTariffId", Long.toString(deal.tariff()));
        fields.put("lines", "[{\"listingId\": %d, \"quantity\": 1}]".formatted(deal.listing()));
        fields.put("shipTo", """
                {"name": "Ada", "street": "Sackstraße 7", "zipCode": "8010", "city": "Graz", "country": "AT"}""");
        return fields;
    }

    private Map<String, String> adjustment() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("receiverId", "\"" + deal.buyer().id() + "\"");
        fields.put("valueMinor", "100");
        return fields;
    }
}
