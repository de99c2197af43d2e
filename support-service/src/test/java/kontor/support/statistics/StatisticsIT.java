package kontor.support.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.support.Answer;
import kontor.support.Desk;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tickets in numbers, over HTTP. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class StatisticsIT {

    private static final String PATH = "/support/statistics";

    private final Desk desk;
    private final Members members;
    private final Member chief;

    StatisticsIT(RestTestClient http, Members members, TestDatabase database) {
        desk = new Desk(http, database);
        this.members = members;
        chief = members.support(3);
    }

    @Test
    void areForChiefsAndAdmins() {
        desk.get(chief.bearer(), PATH).expect(200);
        desk.get(members.admin().bearer(), PATH).expect(200);

        desk.get(members.support(2).bearer(), PATH).refused(403, "forbidden");
        desk.get(members.verified().bearer(), PATH).refused(403, "forbidden");
        desk.get(null, PATH).refused(401, "unauthenticated");
    }

    @Test
    void haveEveryFigure() {
        Answer answer = desk.get(chief.bearer(), PATH + "?from=2000-01-01T00:00:00Z&to=2000-02-01T00:00:00%2B01:00")
                .expect(200);

        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "openNow",
                        "days",
                        "firstAnswers",
                        "solutions",
                        "breaches",
                        "escalations",
                        "reopenings",
                        "staff",
                        "assignments");
        assertThat(answer.body().path("days")).isEmpty();
        assertThat(answer.body().at("/reopenings/number").asLong(-1)).isZero();
        assertThat(answer.body().at("/escalations/2/level").asString("")).isEqualTo("CHIEF");
    }

    @Test
    void areATableToo() {
        Answer table = desk.send(
                        HttpMethod.GET,
                        PATH + "?to=2000-02-01T00:00:00Z",
                        chief.bearer(),
                        null,
                        headers -> headers.set("Accept", "text/csv"))
                .expect(200);

        assertThat(table.text().lines())
                .startsWith("figure,day,group,value")
                .contains("escalated,,SUPPORT_1,0", "reopened,,,0");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-06-02T00:00:00Z&to=2026-06-02T00:00:00Z, 422, wrong-order",
        "?from=yesterday,                                     400, invalid-field",
        "?from=2026-06-02,                                    400, invalid-field",
        "?to=2026-06-02T00:00:00,                             400, invalid-field",
        "?to=99999-06-02T00:00:00Z,                           400, invalid-field",
        "?day=2026-06-02,                                     400, unknown-parameter",
    })
    void refuseAPeriodThatIsNone(String query, int status, String code) {
        desk.get(chief.bearer(), PATH + query).refused(status, code);
    }
}
