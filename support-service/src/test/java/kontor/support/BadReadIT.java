package kontor.support;

import java.util.stream.Stream;
import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Bad addresses, queries, verbs and tokens. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class BadReadIT {

    private final Desk desk;
    private final Member admin;

    BadReadIT(RestTestClient http, Members members, TestDatabase database) {
        desk = new Desk(http, database);
        admin = members.admin();
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
        Stream.of("/tickets", "/target-types", "/canned-answers", "/audit/support")
                .forEach(list -> desk.get(admin.bearer(), list + "?" + query).refused(400, code));
    }

    @ParameterizedTest
    @CsvSource({
        "/tickets/abc, 400, invalid-field",
        "/tickets/-1, 404, not-found",
        "/tickets/1.0, 400, invalid-field",
        "/tickets/99999999999999999999, 400, invalid-field",
        "/tickets/0?surprise=1, 400, unknown-parameter",
        "/tickets/0/log, 404, not-found",
        "/tickets/x/log, 400, invalid-field",
        "/tickets/0/assignments, 404, not-found",
        "/tickets/x/assignments, 400, invalid-field",
        "/tickets/0/assignments/0, 404, not-found",
        "/tickets/0/assignments/x, 400, invalid-field",
        "/tickets/0/messages, 404, not-found",
        "/tickets?status=open, 400, invalid-field",
        "/tickets?status=O, 400, invalid-field",
        "/tickets?level=4, 400, invalid-field",
        "/tickets?priority=MEDIUM, 400, invalid-field",
        "/tickets?assignedTo=me, 400, invalid-field",
        "/tickets?unassigned=1, 400, invalid-field",
        "/tickets?breached=true&breached=false, 400, invalid-field",
        "/tickets?targetType=THING, 400, invalid-field",
        "/tickets?from=2026-01-01, 400, invalid-field",
        "/tickets?to=yesterday, 400, invalid-field",
        "/tickets?subject=x, 400, unknown-parameter",
        "/tickets?externalId=x%00, 400, malformed-request",
        "/target-types?code=ORDER, 400, unknown-parameter",
        "/target-types/1, 404, not-found",
        "/canned-answers/0, 404, not-found",
        "/canned-answers/x, 400, invalid-field",
        "/canned-answers?active=ja, 400, invalid-field",
        "/canned-answers?targetType=order, 400, invalid-field",
        "/canned-answers?title=, 400, invalid-field",
        "/canned-answers?text=x, 400, unknown-parameter",
        "/support, 404, not-found",
        "/support/statistics/today, 404, not-found",
        "/nothing, 404, not-found",
    })
    void refusesBadAddressesAndFilters(String path, int status, String code) {
        desk.get(admin.bearer(), path).refused(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /tickets/1",
                "PATCH /tickets/1",
                "DELETE /tickets/1",
                "PATCH /tickets/1/log",
                "GET /tickets/1/human",
                "GET /tickets/1/acceptance",
                "PUT /tickets/1/assignments",
                "GET /tickets/1/escalation",
                "PATCH /tickets/1/priority",
                "DELETE /tickets/1/status",
                "POST /target-types",
                "PUT /canned-answers/1",
                "DELETE /canned-answers",
                "POST /support/statistics"
            })
    void refusesOtherVerbs(String call) {
        String[] parts = call.split(" ", 2);

        desk.send(HttpMethod.valueOf(parts[0]), parts[1], admin.bearer(), null, headers -> {})
                .refused(405, "method-not-allowed");
    }

    @Test
    void refusesEveryBadToken() {
        BadTokens.of(admin.subject())
                .forEach((fault, token) ->
                        desk.get("Bearer " + token, "/tickets").refused(401, "unauthenticated"));
    }
}
