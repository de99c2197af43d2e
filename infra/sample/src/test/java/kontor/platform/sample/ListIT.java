package kontor.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kontor.platform.sample.Jars.body;
import static kontor.platform.sample.Jars.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kontor.platform.store.SqlValues;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists: pages by cursor that lose and double nothing (G-30). */
@KontorTest(service = "sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final Jars jars;
    private final TestDatabase database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String caller = Tokens.stranger().bearer();

    ListIT(RestTestClient http, TestDatabase database) {
        this.jars = new Jars(http, database);
        this.database = database;
    }

    /** Eleven jars with ties in every sort key, mixed case, nulls, and one of other people. */
    @BeforeAll
    void arrange() {
        String[] names = {"b", "A", "a", "B", "=1+1", "c,\"d\"", "A", "%", "_", "é", "z"};
        for (int i = 0; i < names.length; i++) {
            database.asOwner()
                    .sql("insert into jar (name, amount_minor, filled_at) values (?, ?, cast(? as timestamptz))")
                    .params(SqlValues.of(
                            names[i] + mark, i / 3, i % 4 == 0 ? null : "2026-05-0" + (1 + i % 3) + "T08:00:00Z"))
                    .update();
        }
        database.asOwner().sql("insert into jar (name) values ('other')").update();
    }

    @ParameterizedTest
    @CsvSource({
        "name, 1",
        "name, 3",
        "-name, 1",
        "-name, 4",
        "amount, 1",
        "-amount, 2",
        "filledAt, 1",
        "-filledAt, 1",
        "filledAt, 3",
        "-filledAt, 5"
    })
    void showsEachRowOnceInOrderHoweverThePagesAreCut(String sort, int limit) {
        String field = sort.replace("-", "");
        List<JsonNode> whole = items(get(Map.of("sort", sort, "name", mark)));

        List<JsonNode> pages = walk(sort, limit);

        assertThat(pages).isEqualTo(whole).hasSize(11);
        assertThat(whole.stream().map(row -> row.get("id")).distinct()).hasSize(11);
        List<JsonNode> reversed = items(get(Map.of("sort", sort.startsWith("-") ? field : "-" + field, "name", mark)));
        assertThat(reversed.reversed()).isEqualTo(whole);
    }

    @Test
    void sortsTextWithoutCaseAndNullsFirst() {
        assertThat(items(get(Map.of("sort", "name", "name", mark))).stream()
                        .map(row -> row.get("name").asString().replace(mark, "")))
                .containsSubsequence("A", "a", "A", "b", "B", "z");
        assertThat(items(get(Map.of("sort", "filledAt", "name", mark))).stream()
                        .map(row -> row.get("filledAt").isNull()))
                .startsWith(true, true, true, false)
                .endsWith(false);
    }

    @Test
    void takesTextOfAFilterLiterallyAndWithoutCase() {
        assertThat(items(get(Map.of("name", "%" + mark)))).hasSize(1);
        assertThat(items(get(Map.of("name", "_" + mark)))).hasSize(1);
        assertThat(items(get(Map.of("name", "Z" + mark.toUpperCase(Locale.ROOT)))))
                .hasSize(1);
        assertThat(items(get(Map.of("name", "' or 1=1 --")))).isEmpty();
    }

    @Test
    void takesARepeatedFilterForAlternatives() {
        ExchangeResult answer = jars.get("/api/v1/jars?name=z" + mark + "&name=b" + mark, caller, "application/json");

        assertThat(items(answer)).hasSize(3);
    }

    @Test
    void countsOnRequest() {
        JsonNode counted = json(get(Map.of("name", mark, "limit", "2", "count", "true")));

        assertThat(counted.get("total").asLong()).isEqualTo(11);
        assertThat(json(get(Map.of("name", mark))).has("total")).isFalse();
    }

    @Test
    void bindsACursorToCallerFilterAndSort() {
        String cursor = cursor();
        String stranger = Tokens.stranger().bearer();

        assertInvalidCursor(get(Map.of("name", mark, "cursor", cursor, "sort", "-name")));
        assertInvalidCursor(get(Map.of("cursor", cursor)));
        assertInvalidCursor(get(Map.of("name", mark, "cursor", cursor, "from", "2026-01-01T00:00:00Z")));
        assertInvalidCursor(jars.get(uri(Map.of("name", mark, "cursor", cursor)), stranger, "application/json"));
        assertThat(status(get(Map.of("name", mark, "limit", "5", "cursor", cursor))))
                .isEqualTo(200);
    }

    @Test
    void refusesATamperedCursor() {
        String cursor = cursor();
        String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        String moved = plain.substring(0, plain.lastIndexOf('\n') + 1) + "1";

        assertInvalidCursor(get(Map.of("name", mark, "cursor", base64(moved))));
        for (String junk : List.of("", "x", "%%%", "null", "A".repeat(2_000), base64("\u0000"), cursor + "A")) {
            assertInvalidCursor(get(Map.of("name", mark, "cursor", junk)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=1.0",
                "limit=x",
                "limit=",
                "limit=1&limit=2",
                "limit=%D9%A5",
                "count=yes",
                "count=",
                "from=yesterday",
                "from=2026-05-04",
                "from=",
                "name="
            })
    void refusesABadParameter(String query) {
        assertRefused(query, "invalid-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=id", "sort=", "sort=--name", "sort=Name", "page=2", "name=a&colour=red", "Limit=5"})
    void refusesAnUnknownParameter(String query) {
        assertRefused(query, "unknown-parameter");
    }

    private String cursor() {
        return json(get(Map.of("name", mark, "limit", "2"))).get("next").asString();
    }

    private List<JsonNode> walk(String sort, int limit) {
        List<JsonNode> rows = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("sort", sort, "limit", "" + limit, "name", mark));
        @Nullable JsonNode next;
        do {
            JsonNode page = json(get(query));
            page.get("items").forEach(rows::add);
            next = page.get("next");
            query.put("cursor", next.asString(""));
        } while (!next.isNull());
        return rows;
    }

    private void assertRefused(String query, String code) {
        ExchangeResult answer = jars.get("/api/v1/jars?" + query, caller, "application/json");
        assertThat(status(answer)).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("code").asString()).isEqualTo(code);
    }

    private static void assertInvalidCursor(ExchangeResult answer) {
        assertThat(status(answer)).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("invalid-cursor");
    }

    private ExchangeResult get(Map<String, String> query) {
        return jars.get(uri(query), caller, "application/json");
    }

    private static String uri(Map<String, String> query) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/api/v1/jars");
        query.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(query).toUriString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static List<JsonNode> items(ExchangeResult answer) {
        List<JsonNode> items = new ArrayList<>();
        json(answer).get("items").forEach(items::add);
        return items;
    }

    private static JsonNode json(ExchangeResult answer) {
        return JSON.readTree(body(answer));
    }
}
