package kontor.order;

import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Bad addresses, queries, verbs and tokens. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class BadReadIT {

    private static final String ANY_LIST = "/orders, /orders/customer-totals, /orders/product-sales, /payment-methods,"
            + " /order-statuses, /audit/order, /fee-models, /shipping-tariffs, /shipping-extras,"
            + " /market-purchases";

    private final Shop shop;

    BadReadIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid-field",
        "limit=101, invalid-field",
        "limit=1.0, invalid-field",
        "limit=1&limit=2, invalid-field",
        "count=yes, invalid-field",
        "surprise=1, unknown-parameter",
        "sort=surprise, unknown-parameter",
        "cursor=, invalid-cursor",
        "cursor=junk, invalid-cursor",
    })
    void refusesBadPagingOfEveryList(String query, String code) {
        for (String list : ANY_LIST.split(", ?", -1)) {
            shop.get(shop.admin().bearer(), list.strip() + "?" + query).refused(400, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/abc, 400, invalid-field",
        "/orders/-1, 404, not-found",
        "/orders/1.0, 400, invalid-field",
        "/orders/99999999999999999999, 400, invalid-field",
        "/orders/1?surprise=1, 400, unknown-parameter",
        "/orders/0/log, 404, not-found",
        "/orders/x/log, 400, invalid-field",
        "/orders/0/items/0, 404, not-found",
        "/orders/0/items/x, 400, invalid-field",
        "/orders?status=new, 400, invalid-field",
        "/orders?status=LOST, 400, invalid-field",
        "/orders?unfinished=1, 400, invalid-field",
        "/orders?unfinished=true&unfinished=false, 400, invalid-field",
        "/orders?customerId=x, 400, invalid-field",
        "/orders?productId=1.5, 400, invalid-field",
        "/orders?minNetMinor=much, 400, invalid-field",
        "/orders?minItems=99999999999999999999, 400, invalid-field",
        "/orders?from=2026-01-01T00:00:00, 400, invalid-field",
        "/orders?to=yesterday, 400, invalid-field",
        "/orders?externalId=x%00, 400, malformed-request",
        "/orders/product-sales?minAmount=x, 400, invalid-field",
        "/payment-methods?used=ja, 400, invalid-field",
        "/payment-methods/0, 404, not-found",
        "/order-statuses/9, 404, not-found",
        "/fee-models/0, 404, not-found",
        "/fee-models/x, 400, invalid-field",
        "/shipping-tariffs/0, 404, not-found",
        "/shipping-tariffs/1.0, 400, invalid-field",
        "/shipping-tariffs?active=1, 400, invalid-field",
        "/shipping-tariffs?priceMinor=1, 400, unknown-parameter",
        "/shipping-extras/0, 404, not-found",
        "/shipping-extras?tariffId=x, 400, invalid-field",
        "/ratings/x, 400, invalid-field",
        "/ratings/00000000-0000-0000-0000-000000000000, 404, not-found",
        "/market-purchases/0, 404, not-found",
        "/market-purchases/1.0, 400, invalid-field",
        "/market-purchases?role=owner, 400, invalid-field",
        "/market-purchases?role=buyer&role=thief, 400, invalid-field",
        "/market-purchases?status=open, 400, invalid-field",
        "/market-purchases?status=W, 400, invalid-field",
        "/market-purchases?from=2026-01-01, 400, invalid-field",
        "/market-purchases?sellerId=1, 400, unknown-parameter",
        "/market-purchases/0/log, 404, not-found",
        "/market-purchases/x/log, 400, invalid-field",
        "/market-purchases/0/adjustments, 404, not-found",
        "/market-purchases/0/adjustments/0, 404, not-found",
        "/market-purchases/0/adjustments/x, 400, invalid-field",
        "/market-purchases/0/evaluations/buyer, 404, not-found",
        "/market-purchases/x/evaluations/seller, 400, invalid-field",
        "/market-purchases/0/evaluations/nobody, 404, not-found",
        "/market-purchases/0/label, 404, not-found",
        "/market-purchases/x/packing-slip, 400, invalid-field",
        "/nothing, 404, not-found",
    })
    void refusesBadAddressesAndFilters(String path, int status, String code) {
        shop.get(shop.admin().bearer(), path).refused(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /orders/1",
                "DELETE /orders/1",
                "DELETE /orders/1/items/1",
                "PATCH /orders/1/log",
                "POST /orders/1",
                "POST /order-statuses",
                "PATCH /fee-models/1",
                "DELETE /shipping-tariffs/1",
                "PATCH /shipping-extras/1",
                "GET /shipping-quotes",
                "PATCH /market-purchases/1/evaluations/buyer",
                "POST /market-purchases/1/label",
                "DELETE /market-purchases/1",
                "PUT /market-purchases/1",
                "DELETE /market-purchases/1/adjustments",
                "PATCH /market-purchases/1/log",
                "GET /market-purchases/1/payment",
                "DELETE /order-statuses/1"
            })
    void refusesOtherVerbs(String call) {
        String[] parts = call.split(" ", 2);

        shop.send(HttpMethod.valueOf(parts[0]), parts[1], shop.admin().bearer(), null, headers -> {})
                .refused(405, "method-not-allowed");
    }

    @Test
    void refusesEveryBadToken() {
        BadTokens.of(shop.members().verified().subject())
                .forEach(
                        (fault, token) -> shop.get("Bearer " + token, "/orders").refused(401, "unauthenticated"));
    }
}
