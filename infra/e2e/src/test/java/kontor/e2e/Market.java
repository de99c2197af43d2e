package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Retail.Customer;

/** What journeys of the market arrange and look at: traders with a log-in, terms, listings, purchases. */
record Market(Shop shop, Community community) {

    private static final String SECRET = "a long secret 42";

    /** Long enough for every decision that is not hindered. */
    private static final int WAIT = 10;

    /** Where parts are killed: a decision that takes longer is looked for. */
    private static final int SHORT_WAIT = 5;

    /** Who buys and sells. */
    record Trader(Client client, String memberId) {

        static Trader of(Customer customer) {
            return new Trader(customer.client(), customer.memberId());
        }
    }

    /** In what it is sent, and how. */
    record Way(long packaging, long tariff) {}

    static Market of(Shop shop) {
        return new Market(shop, Community.of(shop));
    }

    Client admin() {
        return community.admin();
    }

    Trader trader(String name, String rank) {
        String login = "t" + UUID.randomUUID().toString().substring(0, 8);
        Answer registered = shop.anyone()
                .post(
                        "/api/v1/members",
                        "{\"lastName\":\"%s\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, login, SECRET));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        return new Trader(shop.as(login, SECRET), community.verified(registered.text("id"), rank));
    }

    /** Makes the model of the page's example the one in effect: 4 % + 20, at least 40, at most 1,500. */
    void feeModel() {
        community.create("/api/v1/fee-models", """
                {"name":"%s","percent":4,"fixedMinor":20,"minMinor":40,"maxMinor":1500}
                """.formatted(Community.name("Fees")));
    }

    /** A parcel of its own with a tariff within Hungary. */
    Way way(long priceMinor, boolean tracked) {
        long packaging = community
                .create("/api/v1/packagings", """
                        {"name":"%s","lengthMm":300,"widthMm":200,"heightMm":150,"weightG":180}
                        """.formatted(Community.name("Parcel")))
                .number("id");
        return new Way(packaging, tariff(priceMinor, tracked));
    }

    long tariff(long priceMinor, boolean tracked) {
        return community
                .create("/api/v1/shipping-tariffs", """
                        {"carrier":"Post","name":"%s","originCountry":"HU","destinationCountries":["HU"],
                         "maxWeightG":1000000,"maxLengthMm":600,"maxWidthMm":400,"maxHeightMm":400,
                         "priceMinor":%d,"tracked":%s}
                        """.formatted(Community.name("Tariff"), priceMinor, tracked))
                .number("id");
    }

    /** One that can be bought. */
    long listing(Trader seller, String title, long unitPriceMinor, int quantity) {
        Answer draft = seller.client().post("/api/v1/listings", """
                {"title":"%s","unitPriceMinor":%d,"quantity":%d,"weightG":320,
                 "shipFrom":{"name":"Sami Kovács","street":"Kossuth tér 3","zipCode":"9021","city":"Győr",
                             "country":"HU"}}
                """.formatted(title, unitPriceMinor, quantity));
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
        long id = draft.number("id");
        Answer active = seller.client().post("/api/v1/listings/%d/status".formatted(id), "{\"status\":\"ACTIVE\"}");
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
        return id;
    }

    /** The pieces that the seller still has for it, and those of them that are promised. */
    List<Long> pieces(long listing) {
        Answer shown = admin().get("/api/v1/listings/" + listing);
        return LongStream.of(shown.number("quantity"), shown.number("reserved"))
                .boxed()
                .toList();
    }

    void assertPieces(long listing, long quantity, long reserved) {
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(pieces(listing)).containsExactly(quantity, reserved));
    }

    static String form(long listing, int quantity, Way way, String destination) {
        return """
                {"lines":[{"listingId":%d,"quantity":%d}],"packagingId":%d,"shippingTariffId":%d,%s}
                """.formatted(listing, quantity, way.packaging(), way.tariff(), destination);
    }

    static String toSite(long site) {
        return "\"siteId\":" + site;
    }

    static String toAddress(String name) {
        return """
                "shipTo":{"name":"%s","street":"Fő utca 12","zipCode":"1011","city":"Budapest","country":"HU"}\
                """.formatted(name);
    }

    /** Buys as soon as order-service knows buyer, listing and parcel; the purchase once it is decided. */
    Answer bought(Trader buyer, String form) {
        Answer taken = await().atMost(Community.SOON)
                .until(
                        () -> buyer.client()
                                .postWaiting(
                                        WAIT,
                                        "/api/v1/market-purchases",
                                        form,
                                        UUID.randomUUID().toString()),
                        Market::isTaken);
        String path = path(taken.number("id"));
        return await().atMost(Community.SOON)
                .until(
                        () -> buyer.client().get(path),
                        answer -> !answer.text("status").equals("PENDING"));
    }

    /** Decided or not. */
    static boolean isTaken(Answer answer) {
        return answer.status() == 201 || answer.status() == 202;
    }

    static String path(long purchase) {
        return "/api/v1/market-purchases/" + purchase;
    }

    /** Takes a step with the purchase and waits for what the ledger says to it. */
    static Answer step(Trader actor, long purchase, String step, String body) {
        return actor.client()
                .postWaiting(
                        WAIT,
                        path(purchase) + "/" + step,
                        body,
                        UUID.randomUUID().toString());
    }

    /** Asks with one key until the shop has answered; not whoever is told to come back, or that his call still runs. */
    static Answer insist(Client client, String path, String body) {
        String key = UUID.randomUUID().toString();
        return Ordeal.untilAnswered(
                () -> client.postWaiting(SHORT_WAIT, path, body, key),
                answer -> answer.status() < 500
                        && answer.status() != 429
                        && !answer.code().equals("request-in-progress"));
    }

    /** What was done with a purchase, in order. */
    static List<String> actions(Client client, long purchase) {
        return client.get(path(purchase) + "/log")
                .body()
                .required("items")
                .valueStream()
                .map(row -> row.required("action").asString())
                .toList();
    }

    void assertCredit(Trader trader, long credit) {
        await().atMost(Community.SOON)
                .untilAsserted(
                        () -> assertThat(community.credit(trader.memberId())).isEqualTo(credit));
    }
}
