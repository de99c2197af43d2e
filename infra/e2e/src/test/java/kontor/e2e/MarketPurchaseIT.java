package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import kontor.e2e.Market.Way;
import kontor.e2e.Retail.Customer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member buys from a member: catalog, order and ledger tell one story to the end, whichever end it has. */
@Order(102)
@ExtendWith(ShopExtension.class)
class MarketPurchaseIT {

    private static final int PIECES = 5;
    private static final long CREDIT = 6_000;

    /** Two cups of 1,845 with fees of 168 and shipping of 540. */
    private static final long TOTAL = 4_398;

    private final Shop shop;
    private final Market market;
    private final Way tracked;
    private final Trader seller;
    private final Customer customer;
    private final Trader buyer;

    MarketPurchaseIT(Shop shop) {
        this.shop = shop;
        this.market = Market.of(shop);
        market.feeModel();
        this.tracked = market.way(540, true);
        this.seller = market.trader("Market Seller", "Member");
        this.customer = Retail.of(shop).customer("Market Buyer");
        this.buyer = Trader.of(customer);
        market.community().deposit(buyer.memberId(), CREDIT);
    }

    @Test
    void aPurchaseIsPaidShippedConfirmedAndEvaluatedByBothSides() {
        long cups = market.listing(seller, "Espresso cup, blue", 1_845, PIECES);
        long purchase = boughtTwo(cups);

        assertThat(step(buyer, purchase, "payment", "{}").text("status")).isEqualTo("PAID");
        market.assertCredit(buyer, CREDIT - TOTAL);
        market.assertCredit(seller, 0);
        assertThat(step(buyer, purchase, "shipment", "{}").code()).isEqualTo("forbidden");
        assertThat(step(seller, purchase, "shipment", "{}").code()).isEqualTo("tracking-required");
        assertThat(step(seller, purchase, "shipment", "{\"trackingNumber\":\"HU 1234 5678\"}")
                        .text("status"))
                .isEqualTo("SHIPPED");
        market.assertPieces(cups, PIECES - 2, 0);
        assertThatPaperIsPrinted(purchase);

        Answer refund = adjusted(seller, purchase, buyer, 1_000);
        assertThat(refund.text("direction")).isEqualTo("REFUND");
        assertThat(refund.text("state")).isEqualTo("BOOKED");
        assertThat(step(buyer, purchase, "confirmation", "{}").text("status")).isEqualTo("DONE");
        market.assertCredit(buyer, CREDIT - TOTAL + 1_000);
        market.assertCredit(seller, TOTAL - 1_000 - 168);

        assertThatBothSidesEvaluateOnce(purchase);
        assertThat(Market.actions(buyer.client(), purchase))
                .containsExactly("CREATE", "PAY", "SHIP", "REFUND", "DONE", "EVALUATE", "EVALUATE");
    }

    /** Two of the cups, with the total of the page's example, to the buyer's own site. */
    private long boughtTwo(long cups) {
        assertThatTheQuoteNames(cups);
        Answer purchase = market.bought(buyer, Market.form(cups, 2, tracked, Market.toSite(customer.site())));
        assertThat(purchase.text("status")).isEqualTo("OPEN");
        assertThat(List.of(
                        purchase.number("goodsMinor"),
                        purchase.number("feesMinor"),
                        purchase.number("shippingMinor"),
                        purchase.number("totalMinor")))
                .containsExactly(3_690L, 168L, 540L, TOTAL);
        assertThat(purchase.body().required("shipFrom").required("city").asString())
                .isEqualTo("Győr");
        assertThat(purchase.body().required("shipTo").required("city").asString())
                .isEqualTo("Budapest");
        market.assertPieces(cups, PIECES, 2);
        return purchase.number("id");
    }

    private void assertThatTheQuoteNames(long cups) {
        long dearer = market.tariff(990, true);
        String wanted = "{\"lines\":[{\"listingId\":%d,\"quantity\":2}],\"packagingId\":%d,\"country\":\"HU\"}"
                .formatted(cups, tracked.packaging());
        await().atMost(Community.SOON).untilAsserted(() -> {
            List<Long> tariffs = buyer.client()
                    .post("/api/v1/shipping-quotes", wanted)
                    .body()
                    .path("items")
                    .valueStream()
                    .map(quote -> quote.required("shippingTariffId").asLong())
                    .toList();
            assertThat(tariffs).containsSubsequence(tracked.tariff(), dearer);
        });
    }

    private void assertThatPaperIsPrinted(long purchase) {
        for (String paper : List.of("label", "packing-slip")) {
            byte[] printed = seller.client().download(Market.path(purchase) + "/" + paper);
            assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII))
                    .as(paper)
                    .isEqualTo("%PDF-");
        }
    }

    private void assertThatBothSidesEvaluateOnce(long purchase) {
        String byBuyer = "{\"levelPack\":9,\"levelGoods\":8,\"level\":9,\"comment\":\"Well packed.\"}";
        String bySeller = "{\"level\":10}";
        assertThat(step(seller, purchase, "evaluations/buyer", byBuyer).code()).isEqualTo("forbidden");
        assertThat(step(buyer, purchase, "evaluations/buyer", byBuyer).status()).isEqualTo(201);
        assertThat(step(seller, purchase, "evaluations/seller", bySeller).status())
                .isEqualTo(201);
        assertThat(step(buyer, purchase, "evaluations/buyer", byBuyer).code()).isEqualTo("already-evaluated");
        assertThat(rating(seller, "asSeller")).containsExactly(1.0, 9.0);
        assertThat(rating(buyer, "asBuyer")).containsExactly(1.0, 10.0);
    }

    /** How many evaluations he has in this role, and their mean. */
    private List<Double> rating(Trader of, String role) {
        var rating =
                shop.anyone().get("/api/v1/ratings/" + of.memberId()).body().required(role);
        return List.of(
                rating.required("count").asDouble(), rating.required("mean").asDouble());
    }

    @Test
    void aCancelledPurchaseGivesBackWhatWasPaidAndThePieces() {
        long cups = market.listing(seller, "Espresso cup, green", 1_845, PIECES);
        long purchase = boughtTwo(cups);
        step(buyer, purchase, "payment", "{}");
        assertThat(adjusted(buyer, purchase, seller, 300).text("direction")).isEqualTo("ADDITIONAL");
        assertThat(adjusted(seller, purchase, buyer, 500).text("direction")).isEqualTo("REFUND");
        market.assertCredit(buyer, CREDIT - TOTAL - 300 + 500);

        assertThat(step(buyer, purchase, "cancellation", "{}").code()).isEqualTo("forbidden");
        assertThat(step(seller, purchase, "cancellation", "{}").text("status")).isEqualTo("CANCELLED");

        market.assertCredit(buyer, CREDIT);
        market.assertCredit(seller, 0);
        market.assertPieces(cups, PIECES, 0);
        assertThat(step(buyer, purchase, "payment", "{}").code()).isEqualTo("not-allowed-in-state");
        assertThat(step(seller, purchase, "cancellation", "{}").code()).isEqualTo("already-in-state");
        assertThat(Market.actions(seller.client(), purchase))
                .containsExactly("CREATE", "PAY", "ADDITIONAL", "REFUND", "CANCEL");
        assertThat(returned(purchase)).isEqualTo(TOTAL + 300 - 500);
    }

    /** The adjustment that the cancellation wrote. */
    private long returned(long purchase) {
        return buyer.client()
                .get(Market.path(purchase) + "/adjustments")
                .body()
                .required("items")
                .valueStream()
                .mapToLong(row -> row.required("valueMinor").asLong())
                .max()
                .orElseThrow();
    }

    @Test
    void whatTwoMembersDealIsNobodyElsesBusiness() {
        long cups = market.listing(seller, "Espresso cup, white", 1_845, PIECES);
        long purchase = boughtTwo(cups);
        Trader stranger = market.trader("Market Stranger", "Member");

        for (String part : List.of("", "/log", "/adjustments")) {
            assertThat(stranger.client().get(Market.path(purchase) + part).code())
                    .as(part)
                    .isEqualTo("not-found");
        }
        for (String step : List.of("payment", "cancellation", "confirmation", "shipment")) {
            assertThat(step(stranger, purchase, step, "{}").code()).as(step).isEqualTo("not-found");
        }
        String own = Market.form(cups, 1, tracked, Market.toAddress("Sami Kovács"));
        assertThat(seller.client().post("/api/v1/market-purchases", own).code()).isEqualTo("own-listing");
        assertThat(step(buyer, purchase, "cancellation", "{}").text("status")).isEqualTo("CANCELLED");
        market.assertPieces(cups, PIECES, 0);
    }

    private static Answer adjusted(Trader by, long purchase, Trader receiver, long value) {
        Answer made = step(
                by,
                purchase,
                "adjustments",
                "{\"receiverId\":\"%s\",\"valueMinor\":%d,\"reason\":\"as agreed\"}"
                        .formatted(receiver.memberId(), value));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private static Answer step(Trader actor, long purchase, String step, String body) {
        return Market.step(actor, purchase, step, body);
    }
}
