package kontor.order.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.platform.security.Caller;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Purchases are stored, asked for, decided and answered (O-20, O-21). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class BuyingIT {

    private static final String PATH = "/market-purchases";

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Wire wire;

    BuyingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        wire = new Wire(reader);
    }

    private List<Wire.Told> told(long id, int atLeast) {
        return wire.of(Dealer.PURCHASES, Long.toString(id), atLeast);
    }

    /** Prices of example 3, with the fee model that is there from the start. */
    @Test
    void answersWithTheOpenPurchase() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long listing = bazaar.listing(seller);
        long tariff = bazaar.tariff().id();
        CompletableFuture<Answer> buying = dealer.waiting(buyer.bearer(), PATH, dealer.order(tariff, listing));
        long id = dealer.ofBuyer(buyer);
        dealer.sayReserved(new Deal(id, buyer, seller, listing, tariff));

        Answer opened = buying.join().expect(201);

        assertThat(opened.stands()).isEqualTo("OPEN");
        assertThat(opened.headers().getLocation()).hasPath("/api/v1/market-purchases/" + id);
        assertThat(opened.headers().getFirst("Preference-Applied")).isEqualTo("wait=10");
        assertThat(opened.etag()).isEqualTo("\"2\"");
        assertThat(opened.body().path("goodsMinor").asLong()).isEqualTo(3_690);
        assertThat(opened.body().path("shippingMinor").asLong()).isEqualTo(540);
        assertThat(opened.body().path("totalMinor").asLong())
                .isEqualTo(4_230 + opened.body().path("feesMinor").asLong());
        assertThat(opened.body().at("/shipFrom/street").asString("")).isEqualTo("Kossuth tér 3");
        assertThat(shop.get(buyer.bearer(), PATH + "/" + id).text()).isEqualTo(opened.text());
        assertThat(dealer.log(id)).containsExactly("C PENDING -> OPEN");
        assertThat(dealer.actors(id)).containsExactly(buyer.id().toString());
        assertThat(shop.audits("purchase", id)).containsExactly("open-purchase");
        assertThat(told(id, 2)).extracting(Wire.Told::name).containsExactly("purchase-submitted", "purchase-opened");
        assertThat(told(id, 2))
                .extracting(Wire.Told::actor)
                .containsOnly(buyer.id().toString());
    }

    @Test
    void answersWithTheRejectedPurchaseAndItsReason() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long listing = bazaar.listing(seller);
        CompletableFuture<Answer> buying = dealer.waiting(
                buyer.bearer(), PATH, dealer.order(bazaar.tariff().id(), listing));
        long id = dealer.ofBuyer(buyer);
        dealer.sayShort(new Deal(id, buyer, seller, listing, 0));

        Answer rejected = buying.join().expect(201);

        assertThat(rejected.stands()).isEqualTo("REJECTED");
        assertThat(rejected.body().path("rejectReason").toString())
                .isEqualTo("{\"code\":\"listing-short\",\"failures\":[{\"listingId\":%d,\"code\":\"listing-short\"}]}"
                        .formatted(listing));
        assertThat(dealer.log(id)).isEmpty();
        assertThat(told(id, 2)).last().satisfies(last -> {
            assertThat(last.name()).isEqualTo("purchase-rejected");
            assertThat(last.actor()).isEqualTo(Caller.SYSTEM.toString());
        });
        shop.get(seller.bearer(), PATH + "/" + id).refused(404, "not-found");
        shop.get(shop.admin().bearer(), PATH + "/" + id).refused(404, "not-found");
        shop.post(seller.bearer(), PATH + "/" + id + "/cancellation", "{}").refused(404, "not-found");
        shop.post(buyer.bearer(), PATH + "/" + id + "/cancellation", "{}").refused(409, "not-allowed-in-state");
    }

    @Test
    void answersWithThePendingPurchaseIfNothingIsDecidedInTime() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        String key = UUID.randomUUID().toString();
        long listing = bazaar.listing(seller);
        String body = dealer.order(bazaar.tariff().id(), listing);

        Answer pending = dealer.now(buyer.bearer(), PATH, key, body).expect(202);

        assertThat(pending.stands()).isEqualTo("PENDING");
        assertThat(pending.body().path("shipFrom").isNull()).isTrue();
        dealer.sayReserved(new Deal(pending.id(), buyer, seller, listing, 0));
        assertThat(dealer.settled(pending.id(), "O").stands()).isEqualTo("OPEN");
        Answer again = dealer.now(buyer.bearer(), PATH, key, body).expect(202);
        assertThat(again.text()).isEqualTo(pending.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void staysOnePurchaseHoweverOftenItIsSent() {
        Member buyer = shop.members().verified();
        String key = UUID.randomUUID().toString();
        String body =
                dealer.order(bazaar.tariff().id(), bazaar.listing(shop.members().verified()));

        List<Long> ids = Together.all(8, n -> {
            Answer answer = dealer.now(buyer.bearer(), PATH, key, body);
            return answer.status() == 409 ? 0L : answer.expect(202).id();
        });

        assertThat(ids).filteredOn(id -> id != 0).isNotEmpty().containsOnly(dealer.ofBuyer(buyer));
    }

    /** Example 5: what joins the parts is escaped in them. */
    @Test
    void joinsAddressesSoThatTheyReadBack() {
        Answer pending = dealer.purchase(dealer.submitted().id());

        String joined = pending.body().path("addressTo").asString("");

        assertThat(joined).isEqualTo("Ada|A\\|B \\\\ C|8010|Graz|AT|");
        assertThat(parts(joined)).containsExactly("Ada", "A|B \\ C", "8010", "Graz", "AT", "");
    }

    /** As the rule says: a backslash takes what follows it as it is. */
    private static List<String> parts(String joined) {
        return Pattern.compile("(?:^|\\|)((?:[^|\\\\]|\\\\.)*)")
                .matcher(joined)
                .results()
                .map(part -> part.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    @Test
    void freezesWhatTheListingSaid() {
        Member seller = shop.members().verified();
        Deal deal = dealer.submitted(shop.members().verified(), seller);
        bazaar.tellListing(deal.listing(), seller, 2, Map.of("unitPriceMinor", 9_999, "title", "Other", "weightG", 5));
        dealer.sayReserved(deal);

        Answer opened = dealer.settled(deal.id(), "O");

        assertThat(opened.body().at("/lines/0/unitPriceMinor").asLong()).isEqualTo(1_845);
        assertThat(opened.body().at("/lines/0/weightG").asLong()).isEqualTo(320);
        assertThat(opened.body().at("/lines/0/listingVersion").asLong()).isEqualTo(1);
    }

    @Test
    void sendsFromWhereTheFirstLineIs() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long first = bazaar.listing(seller);
        long second = bazaar.listing(seller);
        Answer pending = dealer.now(
                        buyer.bearer(), PATH, dealer.order(bazaar.tariff().id(), second, first, second))
                .expect(202);

        assertThat(pending.body().path("lines").size()).isEqualTo(3);
        dealer.sayReserved(new Deal(pending.id(), buyer, seller, second, 0));

        assertThat(dealer.settled(pending.id(), "O").body().at("/shipFrom/city").asString(""))
                .isEqualTo("Győr");
    }

    @Test
    void sendsToAnOwnSiteOfTheBuyer() {
        Shop.Customer cleo = shop.customer();
        Shop.Customer other = shop.customer();
        String body = dealer.order(
                        bazaar.tariff().id(), bazaar.listing(shop.members().verified()))
                .replaceAll("\"shipTo\": \\{[^}]*}", "\"siteId\": " + cleo.site());

        Answer pending = dealer.now(cleo.bearer(), PATH, body).expect(202);

        assertThat(pending.body().at("/shipTo/street").asString("")).isEqualTo("Fő utca 12");
        Answer foreign = dealer.now(other.bearer(), PATH, body).refused(422, "unknown-reference");
        assertThat(foreign.pointer()).isEqualTo("/siteId");
    }

    @Test
    void letsAdminsBuyForOthersAndShowsThemWhatBecameOfIt() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long listing = bazaar.listing(seller);
        String body = dealer.order(bazaar.tariff().id(), listing);
        String forBuyer = body.replaceFirst("\\{", "{\"buyerId\": \"%s\", ".formatted(buyer.id()));

        Answer pending = dealer.now(shop.admin().bearer(), PATH, forBuyer).expect(202);
        dealer.now(seller.bearer(), PATH, forBuyer).refused(403, "forbidden-field");
        dealer.sayShort(new Deal(pending.id(), buyer, seller, listing, 0));

        shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(pending.id()));
        assertThat(dealer.purchase(pending.id()).stands()).isEqualTo("REJECTED");
        assertThat(shop.get(buyer.bearer(), PATH + "/" + pending.id()).stands()).isEqualTo("REJECTED");
        shop.get(shop.members().admin().bearer(), PATH + "/" + pending.id()).refused(404, "not-found");
        assertThat(shop.audits("purchase", pending.id())).containsExactly("create-purchase", "reject-purchase");
    }
}
