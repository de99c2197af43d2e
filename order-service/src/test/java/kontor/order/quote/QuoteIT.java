package kontor.order.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.fee.FeeModels;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a purchase would cost, by every tariff that takes its parcel (O-22). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuoteIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Member seller;
    private final Member ada;
    private final FeeModels models;
    private final long packaging;

    QuoteIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, FeeModels models) {
        this.models = models;
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        seller = members.verified();
        ada = members.verified();
        packaging = bazaar.packaging();
    }

    private long listing(Map<String, ?> fields) {
        return bazaar.listing(seller, fields);
    }

    private static String line(long listing, int quantity) {
        return "{\"listingId\": %d, \"quantity\": %d}".formatted(listing, quantity);
    }

    private Answer quote(String country, String... lines) {
        return quote(ada, packaging, country, lines);
    }

    private Answer quote(Member caller, long packagingId, String country, String... lines) {
        String body = "{\"lines\": [%s], \"packagingId\": %d, \"country\": \"%s\"}"
                .formatted(String.join(", ", lines), packagingId, country);
        return shop.post(caller.bearer(), "/shipping-quotes", body);
    }

    private static List<Long> tariffs(Answer quote) {
        return quote.expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("shippingTariffId").asLong())
                .toList();
    }

    private Answer tariff(String origin, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("originCountry", origin);
        return bazaar.tariff(all);
    }

    @Test
    void listsWhatTakesTheParcelCheapestFirst() {
        long cup = listing(Map.of("country", "MT"));
        long dear = tariff("MT", Map.of("priceMinor", 900)).id();
        long exact = tariff(
                        "MT",
                        Map.of(
                                "priceMinor",
                                540,
                                "maxWeightG",
                                850,
                                "maxLengthMm",
                                120,
                                "maxWidthMm",
                                250,
                                "maxHeightMm",
                                350))
                .id();
        tariff("MT", Map.of("maxWeightG", 849));
        tariff("MT", Map.of("maxHeightMm", 119));
        tariff("MT", Map.of("destinationCountries", List.of("HU")));
        tariff("MT", Map.of("active", false));
        tariff("MT", Map.of("validFrom", "2999-01-01T00:00:00Z"));
        tariff("MT", Map.of("validFrom", "2020-01-01T00:00:00Z", "validTo", "2020-02-01T00:00:00Z"));
        shop.post(
                        shop.admin().bearer(),
                        "/shipping-extras",
                        "{\"tariffId\": %d, \"name\": \"Insurance\", \"priceMinor\": 150}".formatted(dear))
                .expect(201);

        Answer quote = quote("AT", line(cup, 1), line(cup, 1));

        long fees = models.feeOf(3_690, Instant.now()).feesMinor();
        assertThat(tariffs(quote)).containsExactly(exact, dear);
        assertThat(quote.body().path("weightG").asLong()).isEqualTo(850);
        assertThat(quote.body().path("goodsMinor").asLong()).isEqualTo(3_690);
        assertThat(quote.body().path("feesMinor").asLong()).isEqualTo(fees);
        assertThat(quote.body().at("/items/0/totalMinor").asLong()).isEqualTo(4_230 + fees);
        assertThat(quote.body().at("/items/1/extras/0/priceMinor").asLong()).isEqualTo(150);
    }

    /** All of them, and not only as many as a page of a list has (O-22). */
    @Test
    void leavesNoTariffOut() {
        long cup = listing(Map.of("country", "LI"));
        List<Long> made = IntStream.rangeClosed(1, 101)
                .mapToObj(price -> tariff("LI", Map.of("priceMinor", price)).id())
                .toList();

        assertThat(tariffs(quote("AT", line(cup, 1)))).isEqualTo(made);
    }

    @Test
    void answersWithNoneWhereNothingFits() {
        assertThat(tariffs(quote("JP", line(listing(Map.of("country", "KI")), 1))))
                .isEmpty();
    }

    @Test
    void readsAnyNumberOfTariffsByTheSameStatements() {
        long cup = listing(Map.of("country", "IS"));
        tariff("IS", Map.of());
        int one = statements(cup);
        tariff("IS", Map.of("priceMinor", 1));
        tariff("IS", Map.of("priceMinor", 2));

        assertThat(statements(cup)).isEqualTo(one);
    }

    private int statements(long listing) {
        quote("AT", line(listing, 1)).expect(200);
        return Statements.of(() -> quote("AT", line(listing, 1)).expect(200)).size();
    }

    @Test
    void answersOncePerKey() {
        long cup = listing(Map.of("country", "CY"));
        tariff("CY", Map.of());
        String key = UUID.randomUUID().toString();
        String body = "{\"lines\": [%s], \"packagingId\": %d, \"country\": \"AT\"}".formatted(line(cup, 1), packaging);
        Answer first = shop.post(ada.bearer(), "/shipping-quotes", key, body).expect(200);

        tariff("CY", Map.of("priceMinor", 1));

        assertThat(shop.post(ada.bearer(), "/shipping-quotes", key, body)
                        .expect(200)
                        .text())
                .isEqualTo(first.text());
    }

    @Test
    void refusesWhatNobodyCanSee() {
        long cup = listing(Map.of());
        long draft = listing(Map.of("status", "DRAFT"));
        long retired = bazaar.tellPackaging(Neighbours.nextId(), Map.of("active", false));

        assertThat(quote("AT", line(cup, 1), line(0, 1))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/lines/1/listingId");
        assertThat(quote("AT", line(draft, 1)).refused(422, "unknown-reference").pointer())
                .isEqualTo("/lines/0/listingId");
        assertThat(quote(ada, 0, "AT", line(cup, 1))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/packagingId");
        assertThat(quote(ada, retired, "AT", line(cup, 1))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/packagingId");
    }

    @Test
    void refusesWhatCannotBeBought() {
        long cup = listing(Map.of());
        long draft = listing(Map.of("status", "DRAFT"));
        long closed = listing(Map.of("status", "CLOSED"));
        long other = bazaar.listing(shop.members().verified());

        quote("AT", line(cup, 1), line(other, 1)).refused(422, "mixed-sellers");
        quote("AT", line(closed, 1)).refused(422, "listing-not-active");
        quote(seller, packaging, "AT", line(draft, 1)).refused(422, "listing-not-active");
        quote(shop.admin(), packaging, "AT", line(draft, 1)).refused(422, "listing-not-active");
    }

    /** 99 999 900.00 is within the range, 100 000 000.00 is not. */
    @ParameterizedTest
    @CsvSource({"999999, 10000, 200", "1000000, 10000, 422"})
    void refusesMoreThanTheRangeOfMoney(long price, int quantity, int status) {
        long gold = listing(Map.of("unitPriceMinor", price, "weightG", 0));

        Answer quote = quote("AT", line(gold, quantity));

        assertThat(quote.status()).isEqualTo(status);
        assertThat(quote.code()).isEqualTo(status == 200 ? "" : "amount-out-of-range");
    }

    @Test
    void followsAListing() {
        long cup = listing(Map.of());
        quote("AT", line(cup, 1)).expect(200);

        bazaar.tellListing(cup, seller, 2, Map.of("unitPriceMinor", 2_000));
        assertThat(quote("AT", line(cup, 1)).body().path("goodsMinor").asLong()).isEqualTo(2_000);
        bazaar.tellListing(cup, seller, 3, Map.of("status", "CLOSED"));

        quote("AT", line(cup, 1)).refused(422, "listing-not-active");
    }
}
