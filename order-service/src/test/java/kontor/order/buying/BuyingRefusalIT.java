package kontor.order.buying;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What order-service knows by itself is refused at once and stores nothing (O-20 to O-22). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class BuyingRefusalIT {

    private static final String PATH = "/market-purchases";

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Member buyer;
    private final Member seller;
    private long tariff;

    BuyingRefusalIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        buyer = members.verified();
        seller = members.verified();
    }

    @BeforeEach
    void makesATariff() {
        tariff = bazaar.tariff().id();
    }

    private Answer buy(Member caller, String body) {
        return dealer.now(caller.bearer(), PATH, body);
    }

    private Answer refuses(String body, int status, String code) {
        Answer refused = buy(buyer, body).refused(status, code);
        assertThat(shop.neighbours()
                        .owner()
                        .sql("select count(*) from market_purchase where buyer_id = ?")
                        .param(buyer.id())
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isZero();
        return refused;
    }

    @Test
    void refusesWhatIsNotThere() {
        String good = dealer.order(tariff, bazaar.listing(seller));

        assertThat(refuses(dealer.order(tariff, 0), 422, "unknown-reference").pointer())
                .isEqualTo("/lines/0/listingId");
        assertThat(refuses(dealer.orderIn(0, tariff, bazaar.listing(seller)), 422, "unknown-reference")
                        .pointer())
                .isEqualTo("/packagingId");
        assertThat(refuses(dealer.order(0, bazaar.listing(seller)), 422, "unknown-reference")
                        .pointer())
                .isEqualTo("/shippingTariffId");
        assertThat(refuses(good.replaceFirst("\\{", "{\"extraIds\": [0], "), 422, "unknown-reference")
                        .pointer())
                .isEqualTo("/extraIds/0");
    }

    /** A foreign draft does not exist; what was there and is no longer is not active. */
    @Test
    void refusesWhatIsNotActive() {
        long draft = bazaar.listing(seller, Map.of("status", "DRAFT"));
        long closed = bazaar.listing(seller, Map.of("status", "CLOSED"));

        refuses(dealer.order(tariff, draft), 422, "unknown-reference");
        refuses(dealer.order(tariff, closed), 422, "listing-not-active");
        buy(seller, dealer.order(tariff, draft)).refused(422, "own-listing");
    }

    @Test
    void refusesOnesOwnAndMixedListings() {
        Member other = shop.members().verified();
        long own = bazaar.listing(buyer);

        refuses(dealer.order(tariff, own), 422, "own-listing");
        refuses(dealer.order(tariff, bazaar.listing(seller), bazaar.listing(other)), 422, "mixed-sellers");
        String forOwner = dealer.order(tariff, own).replaceFirst("\\{", "{\"buyerId\": \"%s\", ".formatted(buyer.id()));
        buy(shop.admin(), forOwner).refused(422, "own-listing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verified", "active", "systemMember"})
    void refusesSellersWhoCannotSell(String flag) {
        long listing = bazaar.listing(seller);
        shop.members().change(seller.with(flag, flag.equals("systemMember")));

        refuses(dealer.order(tariff, listing), 422, "seller-unavailable");
    }

    @Test
    void refusesBuyersWhoCannotBuy() {
        String order = dealer.order(tariff, bazaar.listing(seller));
        Member admin = shop.admin();

        buy(shop.members().systemMember(), order).refused(422, "system-member");
        buy(admin, named(shop.members().unverified(), order)).refused(422, "member-not-verified");
        buy(admin, named(shop.members().inactive(), order)).refused(422, "member-not-active");
        buy(admin, named(shop.members().systemMember(), order)).refused(422, "system-member");
        buy(admin, named(shop.members().unknown(), order)).refused(422, "unknown-reference");
        buy(shop.members().inactive(), order).refused(403, "member-inactive");
        buy(shop.members().unverified(), order).refused(403, "not-verified");
    }

    private static String named(Member member, String order) {
        return order.replaceFirst("\\{", "{\"buyerId\": \"%s\", ".formatted(member.id()));
    }

    @Test
    void refusesTariffsThatDoNotFit() {
        long heavy = bazaar.listing(seller, Map.of("weightG", 5_000));

        refuses(dealer.order(tariff, heavy), 422, "tariff-unfit");
        refuses(dealer.order(tariff, bazaar.listing(seller)).replace("\"AT\"", "\"SE\""), 422, "tariff-unfit");
        refuses(dealer.order(tariff, bazaar.listing(seller, Map.of("country", "DE"))), 422, "tariff-unfit");
    }

    @Test
    void refusesAnotherTotalThanTheExpectedOne() {
        String order = dealer.order(tariff, bazaar.listing(seller));

        Answer refused = refuses(order.replaceFirst("\\{", "{\"expectedTotalMinor\": 1, "), 409, "price-changed");

        long total = refused.body().path("totalMinor").asLong();
        assertThat(total).isGreaterThanOrEqualTo(4_230);
        buy(buyer, order.replaceFirst("\\{", "{\"expectedTotalMinor\": %d, ".formatted(total)))
                .expect(202);
    }

    @Test
    void refusesMoreThanMoneyCanSay() {
        long dear = bazaar.listing(seller, Map.of("unitPriceMinor", 9_999_999_999L));
        long atTheEdge = bazaar.listing(seller, Map.of("unitPriceMinor", 4_999_999_999L));

        refuses(dealer.order(tariff, dear), 422, "amount-out-of-range");
        refuses(dealer.order(tariff, atTheEdge), 422, "amount-out-of-range");
    }

    @Test
    void refusesNoAddressAndTwo() {
        String order = dealer.order(tariff, bazaar.listing(seller));

        refuses(order.replaceFirst("\\{", "{\"siteId\": 1, "), 400, "invalid-field");
        refuses(order.replaceFirst(",\\s*\"shipTo\": \\{[^}]*}", ""), 400, "invalid-field");
    }

    /** How much there is is the catalog's to say: a copy may be old. */
    @Test
    void leavesTheQuantityToTheCatalog() {
        long few = bazaar.listing(seller, Map.of("available", 0));

        Answer pending = buy(buyer, dealer.order(tariff, few)).expect(202);

        dealer.sayReserved(new Deal(pending.id(), buyer, seller, few, tariff));
        assertThat(dealer.settled(pending.id(), "O").stands()).isEqualTo("OPEN");
    }
}
