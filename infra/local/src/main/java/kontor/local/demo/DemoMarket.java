package kontor.local.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the demo shop shows of the market.
 *
 * @param senders where a seller's parcels come from, by his log-in
 */
record DemoMarket(
        FeeModel feeModel,
        List<Packaging> packagings,
        List<Tariff> tariffs,
        List<Listing> listings,
        Map<String, Sender> senders) {

    record FeeModel(String name, BigDecimal percent, long fixedMinor, long minMinor, long maxMinor) {}

    record Packaging(String name, int lengthMm, int widthMm, int heightMm, int weightG) {}

    record Tariff(Terms terms, List<Extra> extras) {}

    record Terms(
            String carrier,
            String name,
            String originCountry,
            List<String> destinationCountries,
            int maxWeightG,
            int maxLengthMm,
            int maxWidthMm,
            int maxHeightMm,
            long priceMinor,
            boolean tracked) {}

    record Extra(String name, long priceMinor) {}

    /** What a member offers; not active, it is a draft. */
    record Listing(
            String seller,
            String title,
            String description,
            String category,
            long unitPriceMinor,
            int quantity,
            int weightG,
            String packaging,
            String colour,
            boolean active) {}

    record Sender(String name, String street, String zipCode, String city, String country) {}

    static DemoMarket read() {
        return DemoGoods.read("/demo/market.json", DemoMarket.class);
    }
}
