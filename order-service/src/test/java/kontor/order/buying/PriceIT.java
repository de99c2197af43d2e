package kontor.order.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a purchase costs is computed here, and stays what it was (O-21). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PriceIT {

    private static final String PATH = "/market-purchases";

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;

    PriceIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
    }

    private long model(String percent) {
        String body = """
                {"name": "Fair", "percent": %s, "fixedMinor": 20, "minMinor": 40, "maxMinor": 1500}
                """.formatted(percent);
        return shop.post(shop.admin().bearer(), "/fee-models", body).expect(201).id();
    }

    private long extra(long tariff, long priceMinor) {
        String body = "{\"tariffId\": %d, \"name\": \"Express\", \"priceMinor\": %d}".formatted(tariff, priceMinor);
        return shop.post(shop.admin().bearer(), "/shipping-extras", body)
                .expect(201)
                .id();
    }

    private static List<Long> costs(Answer purchase) {
        return List.of("goodsMinor", "feesMinor", "shippingMinor", "totalMinor", "feeModelId", "shippingTariffId")
                .stream()
                .map(field -> purchase.body().path(field).asLong())
                .toList();
    }

    /** Example 3 with one of two extras; other terms, and adjustments, leave it as it is. */
    @Test
    void costsGoodsFeeTariffAndTheChosenExtrasForGood() {
        long model = model("4");
        Answer tariff = bazaar.tariff();
        long express = extra(tariff.id(), 100);
        extra(tariff.id(), 7_000);
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long listing = bazaar.listing(seller);
        String order = dealer.order(tariff.id(), listing)
                .replaceFirst("\\{", "{\"expectedTotalMinor\": 4498, \"extraIds\": [%d], ".formatted(express));

        Answer pending = dealer.now(buyer.bearer(), PATH, order).expect(202);
        List<Long> costs = costs(pending);
        assertThat(costs).containsExactly(3_690L, 168L, 640L, 4_498L, model, tariff.id());

        Deal deal = new Deal(pending.id(), buyer, seller, listing, tariff.id());
        dealer.sayReserved(deal);
        dealer.settled(deal.id(), "O");
        model("0");
        String path = "/shipping-tariffs/" + tariff.id();
        String etag = shop.get(shop.admin().bearer(), path).etag();
        shop.send(
                        HttpMethod.PATCH,
                        path,
                        shop.admin().bearer(),
                        "{\"priceMinor\": 1}",
                        headers -> headers.set("If-Match", etag))
                .expect(201);
        bazaar.tellListing(listing, seller, 2, Map.of("unitPriceMinor", 1));
        bazaar.paid(deal);
        dealer.now(seller.bearer(), deal.path() + "/adjustments", Dealer.adjustment(buyer, 1_000))
                .expect(202);
        dealer.sayAdjustment(deal.id(), "booked");

        assertThat(costs(dealer.settled(deal.id(), "P"))).isEqualTo(costs);
        dealer.now(buyer.bearer(), PATH, order).refused(422, "tariff-unfit");
    }
}
