package kontor.platform.sample;

import static kontor.platform.sample.Jars.body;
import static kontor.platform.sample.Jars.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Lists as tables, for those who ask for them (G-30). */
@KontorTest(service = "sample")
class CsvIT {

    private final Jars jars;
    private final TestDatabase database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String caller = Tokens.stranger().bearer();

    CsvIT(RestTestClient http, TestDatabase database) {
        this.jars = new Jars(http, database);
        this.database = database;
    }

    @Test
    void writesCsvInWhichNoCellCanStartAFormula() {
        for (String name : List.of("=1+1", "+1", "-1", "@a", "c,\"d\"", "plain")) {
            database.asOwner()
                    .sql("insert into jar (name) values (?)")
                    .param(name + mark)
                    .update();
        }

        ExchangeResult answer = jars.get("/api/v1/jars?sort=name&name=" + mark, caller, "text/csv");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
        List<String> lines = body(answer).lines().toList();
        assertThat(lines).hasSize(7).first().isEqualTo("id,name,amountMinor,filledAt,version");
        assertThat(lines.stream()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf(',') + 1).replace(mark, "")))
                .containsExactlyInAnyOrder(
                        "'=1+1,0,,1", "'+1,0,,1", "'-1,0,,1", "'@a,0,,1", "\"c,\"\"d\"\"\",0,,1", "plain,0,,1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/json, text/csv;q=0.5"})
    void writesJsonUnlessCsvIsAskedFor(String accept) {
        ExchangeResult answer = jars.get("/api/v1/jars?name=" + mark, caller, accept);

        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/json");
    }

    @Test
    void refusesInJsonThoughCsvWasAskedFor() {
        ExchangeResult answer = jars.get("/api/v1/jars?limit=0", caller, "text/csv");

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/problem+json");
    }
}
