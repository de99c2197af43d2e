package kontor.order;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kontor.testkit.Member;
import org.springframework.http.HttpMethod;

/**
 * Two purchases of a member that the catalog has not decided, so that whoever may take a step is told that it is too
 * early, and nothing changes: one that he has bought, one that he has sold.
 */
record Trades(long bought, long sold) {

    static final Trades ABSENT = new Trades(0, 0);

    /** Steps and papers of sellers; all else is called by buyers. */
    private static final Pattern SELLERS =
            Pattern.compile("PATCH .*|.*/(shipment|label|packing-slip|evaluations/seller)");

    static Trades of(Member member, MarketTerms terms, Shop shop) {
        String bought = terms.purchase().body();
        String sold = terms.purchase()
                .with("line.listingId", Long.toString(shop.bazaar().listing(member)));
        return new Trades(made(shop, member, bought), made(shop, shop.admin(), sold));
    }

    /** The one that the operation is called on. */
    long idFor(String operation) {
        return SELLERS.matcher(operation).matches() ? sold : bought;
    }

    private static long made(Shop shop, Member buyer, String body) {
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Prefer", "wait=0");
        return shop.send(HttpMethod.POST, "/market-purchases", buyer.bearer(), body, sent -> headers.forEach(sent::set))
                .expect(202)
                .id();
    }
}
