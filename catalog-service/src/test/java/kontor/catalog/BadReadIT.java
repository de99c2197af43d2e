package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.catalog.Shop.Answer;
import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Bad addresses, queries, verbs and tokens. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class BadReadIT {

    private static final String ANY_LIST =
            "/products, /categories, /tags, /vat-rates, /packagings, /listings, /categories/ranking, /audit/catalog";

    private final Shop shop;
    private final Members members;

    BadReadIT(RestTestClient http, Members members) {
        shop = new Shop(http, members);
        this.members = members;
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid-field",
        "limit=101, invalid-field",
        "limit=-1, invalid-field",
        "limit=1.0, invalid-field",
        "limit=1&limit=2, invalid-field",
        "count=yes, invalid-field",
        "surprise=1, unknown-parameter",
        "LIMIT=1, unknown-parameter",
        "sort=surprise, unknown-parameter",
        "cursor=, invalid-cursor",
        "cursor=junk, invalid-cursor",
        "cursor=e30, invalid-cursor",
    })
    void refusesBadPagingOfEveryList(String query, String code) {
        for (String list : ANY_LIST.split(", ", -1)) {
            shop.get(list + "?" + query, shop.admin()).refused(400, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/products/abc, 400, invalid-field",
        "/products/-1, 404, not-found",
        "/products/1.0, 400, invalid-field",
        "/products/99999999999999999999, 400, invalid-field",
        "/products/1?surprise=1, 400, unknown-parameter",
        "/products/packed-volume?at=now, 400, unknown-parameter",
        "/products/0/stock, 404, not-found",
        "/products/x/stock, 400, invalid-field",
        "/products/0/stock-moves, 404, not-found",
        "/products/0/stock-moves/0, 404, not-found",
        "/products/0/prices?from=2026-01-01T00:00:00, 400, invalid-field",
        "/products/0/prices?from=yesterday, 400, invalid-field",
        "/products/0/prices?to=%2B12026-01-01T00:00:00Z, 400, invalid-field",
        "/products/0/prices, 404, not-found",
        "/products?minStock=much, 400, invalid-field",
        "/products?minStock=99999999999999999999, 400, invalid-field",
        "/products?categoryId=1.5, 400, invalid-field",
        "/products?name=a%00b, 400, malformed-request",
        "/products?name=%F0%28, 400, malformed-request",
        "/products?externalId=x%00, 400, malformed-request",
        "/categories/1?descendants=maybe, 400, invalid-field",
        "/categories?tree=1, 400, invalid-field",
        "/categories?parentId=top, 400, invalid-field",
        "/tags?forSale=ja, 400, invalid-field",
        "/packagings?active=2, 400, invalid-field",
        "/listings/abc, 400, invalid-field",
        "/listings/0, 404, not-found",
        "/listings?categoryId=x, 400, invalid-field",
        "/listings?productId=1.5, 400, invalid-field",
        "/listings?sellerId=ada, 400, invalid-field",
        "/listings?status=SOLD, 400, invalid-field",
        "/listings?status=active, 400, invalid-field",
        "/listings?title=a%00b, 400, malformed-request",
        "/listings?reserved=1, 400, unknown-parameter",
        "/listings?sort=title, 400, unknown-parameter",
        "/listings/0/status, 405, method-not-allowed",
        "/audit/catalog?actorId=ada, 400, invalid-field",
        "/uploads/nothing.png, 404, not-found",
        "/uploads/pom.xml, 404, not-found",
        "/uploads/, 404, not-found",
        "/nothing, 404, not-found",
    })
    void refusesBadAddressesAndFilters(String path, int status, String code) {
        shop.get(path, shop.admin()).refused(status, code);
    }

    /** The server itself lets such paths not come as far as to us. */
    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fpom.xml", "%2e%2e%2Fpom.xml", "..%5Cpom.xml", "%00.png", "a.png%00"})
    void letsNoNameLeaveTheDirectory(String name) {
        Answer answer = shop.get("/uploads/" + name).refused(400, "malformed-request");

        assertThat(answer.text()).doesNotContain("pom.xml", "Exception", "kontor");
    }

    @Test
    void boundsWhatIsSearchedFor() {
        shop.get("/products?name=" + "x".repeat(200)).expect(200);
        shop.get("/products?name=" + "x".repeat(201)).refused(400, "invalid-field");
        shop.get("/products?barcode=" + "x".repeat(201)).refused(400, "invalid-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PUT /products", "DELETE /products", "POST /products/1", "PUT /tags/1", "POST /uploads/a.png"})
    void refusesOtherVerbs(String call) {
        String[] parts = call.split(" ", 2);

        shop.send(HttpMethod.valueOf(parts[0]), parts[1], shop.admin().bearer(), null, headers -> {})
                .refused(405, "method-not-allowed");
    }

    @Test
    void refusesEveryBadTokenEvenWhereNoneIsNeeded() {
        BadTokens.of(String.valueOf(members.verified().subject())).forEach((fault, token) -> {
            assertThat(shop.send(HttpMethod.GET, "/tags", "Bearer " + token, null, headers -> {})
                            .refused(401, "unauthenticated")
                            .headers()
                            .getFirst(HttpHeaders.WWW_AUTHENTICATE))
                    .as(fault)
                    .startsWith("Bearer");
        });
    }

    @Test
    void answersAForeignThingLikeAnAbsentOne() {
        long inactive = shop.productId(Map.of("active", false));

        String foreign = shop.get("/products/" + inactive + "/stock", members.verified())
                .refused(404, "not-found")
                .text();
        String absent = shop.get("/products/0/stock", members.verified())
                .refused(404, "not-found")
                .text();

        assertThat(foreign.replace(Long.toString(inactive), "0")).isEqualTo(absent);
    }
}
