package kontor.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import kontor.testkit.Member;
import tools.jackson.databind.json.JsonMapper;

/** The terms of purchases that operations are about: a tariff with an extra, a listing and its seller, a packaging. */
record MarketTerms(long tariff, long extra, long listing, UUID seller, long packaging) {

    static final MarketTerms ABSENT = new MarketTerms(0, 0, 0, new UUID(0, 2), 0);

    /** The model that is there from the start. */
    private static final long FREE = 1;

    static MarketTerms made(Shop shop) {
        long tariff = shop.bazaar().tariff().id();
        long extra = shop.post(
                        shop.admin().bearer(),
                        "/shipping-extras",
                        "{\"tariffId\": %d, \"name\": \"Insurance\", \"priceMinor\": 150}".formatted(tariff))
                .expect(201)
                .id();
        Member seller = shop.members().verified();
        return new MarketTerms(
                tariff,
                extra,
                shop.bazaar().listing(seller),
                seller.id(),
                shop.bazaar().packaging());
    }

    /** What the path names, if it is one of these. */
    OptionalLong idIn(String path) {
        if (path.contains("shipping-tariffs")) {
            return OptionalLong.of(tariff);
        }
        if (path.contains("shipping-extras")) {
            return OptionalLong.of(extra);
        }
        return path.contains("fee-models") ? OptionalLong.of(equals(ABSENT) ? 0 : FREE) : OptionalLong.empty();
    }

    /** Operations that take JSON. */
    List<Operation> operations() {
        return List.of(
                new Operation("POST /fee-models", feeModel()),
                new Operation("POST /shipping-tariffs", tariffFields()),
                new Operation("PATCH /shipping-tariffs/{id}", Map.of("active", "true")),
                new Operation("POST /shipping-extras", extraFields()),
                new Operation("POST /shipping-quotes", quote()),
                purchase(),
                new Operation("PATCH /market-purchases/{id}", Map.of("trackingNumber", "\"RR 1 HU\"")),
                new Operation("POST /market-purchases/{id}/payment", Map.of()),
                new Operation("POST /market-purchases/{id}/shipment", Map.of()),
                new Operation("POST /market-purchases/{id}/confirmation", Map.of()),
                new Operation("POST /market-purchases/{id}/cancellation", Map.of()),
                new Operation("POST /market-purchases/{id}/adjustments", adjustment()),
                new Operation("POST /market-purchases/{id}/evaluations/buyer", evaluation()),
                new Operation("POST /market-purchases/{id}/evaluations/seller", Map.of("level", "9")));
    }

    /** Valid long after all that other tests use. */
    private static Map<String, String> feeModel() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "\"Standard\"");
        fields.put("percent", "4");
        fields.put("fixedMinor", "20");
        fields.put("minMinor", "40");
        fields.put("maxMinor", "1500");
        fields.put("validFrom", "\"2200-01-01T00:00:00Z\"");
        return fields;
    }

    private static Map<String, String> tariffFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(Bazaar.tariffBody(Map.of()))
                .propertyStream()
                .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        return fields;
    }

    private Map<String, String> extraFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("tariffId", Long.toString(tariff));
        fields.put("name", "\"Express\"");
        fields.put("priceMinor", "300");
        return fields;
    }

    /** One piece of the listing. */
    Operation purchase() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lines", "[{\"listingId\": %d, \"quantity\": 1}]".formatted(listing));
        fields.put("packagingId", Long.toString(packaging));
        fields.put("shippingTariffId", Long.toString(tariff));
        fields.put("shipTo", """
                {"name": "Ada", "street": "Sackstraße 7", "zipCode": "8010", "city": "Graz", "country": "AT"}""");
        return new Operation("POST /market-purchases", fields);
    }

    /** The buyer pays more. */
    private Map<String, String> adjustment() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("receiverId", "\"%s\"".formatted(seller));
        fields.put("valueMinor", "1");
        return fields;
    }

    private static Map<String, String> evaluation() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("level", "10");
        fields.put("levelPack", "9");
        fields.put("levelGoods", "8");
        return fields;
    }

    private Map<String, String> quote() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lines", "[{\"listingId\": %d, \"quantity\": 1}]".formatted(listing));
        fields.put("packagingId", Long.toString(packaging));
        fields.put("country", "\"AT\"");
        return fields;
    }
}
