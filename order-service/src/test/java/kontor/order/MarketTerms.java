package kontor.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** The terms of purchases that operations are about: a tariff with an extra, a listing, a packaging. */
record MarketTerms(long tariff, long extra, long listing, long packaging) {

    static final MarketTerms ABSENT = new MarketTerms(0, 0, 0, 0);

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
        return new MarketTerms(
                tariff,
                extra,
                shop.bazaar().listing(shop.members().verified()),
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
