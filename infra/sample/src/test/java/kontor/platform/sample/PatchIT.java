package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Edits are merge patches under the ETag last read (G-27). */
@KontorTest(service = "sample")
class PatchIT {

    private final RestTestClient http;
    private final TestDatabase database;

    PatchIT(RestTestClient http, TestDatabase database) {
        this.http = http;
        this.database = database;
    }

    @Test
    void changesOnlyWhatWasSent() {
        long jar = jar("first");

        assertThat(body(patch(jar, "\"1\"", "{\"name\":\"second\"}"))).contains("\"name\":\"second\"", "2026-05-04");
        assertThat(body(patch(jar, "\"2\"", "{\"filledAt\":null}")))
                .contains("\"name\":\"second\"", "\"filledAt\":null");
        assertThat(body(patch(jar, "\"3\"", "{}"))).contains("\"name\":\"second\"", "\"filledAt\":null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":null}               | /name     | invalid-field
            {"name":""}                 | /name     | invalid-field
            {"name":"\\u00a0"}          | /name     | invalid-field
            {"name":"123456789012345678901"} | /name | invalid-field
            {"name":5}                  | /name     | invalid-field
            {"filledAt":"yesterday"}    | /filledAt | invalid-field
            {"id":5}                    | /id       | unknown-field
            {"version":5}               | /version  | unknown-field
            """)
    void namesAFaultOfAPatchByItsPointer(String patch, String pointer, String code) {
        long jar = jar("kept");

        ExchangeResult answer = patch(jar, "\"1\"", patch);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(body(answer)).contains("\"pointer\":\"" + pointer + "\"", "\"code\":\"" + code + "\"");
        assertThat(name(jar)).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "W/\"1\"",
                "1",
                "\"01\"",
                "\"2\"",
                "\"1\", \"2\"",
                "\"\"",
                "junk",
                "\"1",
                "\"99999999999999999999\""
            })
    void refusesAnythingButTheTagLastRead(String tag) {
        long jar = jar("kept");

        ExchangeResult answer = patch(jar, tag, "{\"name\":\"lost\"}");

        assertThat(answer.getStatus().value()).isEqualTo(412);
        assertThat(body(answer)).contains("\"code\":\"version-mismatch\"");
        assertThat(name(jar)).isEqualTo("kept");
    }

    @Test
    void asksForTheTag() {
        ExchangeResult answer = patch(jar("kept"), null, "{\"name\":\"lost\"}");

        assertThat(answer.getStatus().value()).isEqualTo(428);
        assertThat(body(answer)).contains("\"code\":\"if-match-required\"");
    }

    @Test
    void saysThatAnObjectIsMissingBeforeItAsksForTheTag() {
        assertThat(patch(77_777_777, null, "{}").getStatus().value()).isEqualTo(404);
        assertThat(patch(77_777_777, "\"7\"", "{\"name\":5}").getStatus().value())
                .isEqualTo(400);
    }

    private long jar(String name) {
        return database.asOwner()
                .sql("insert into jar (name, filled_at) values (?, '2026-05-04T08:00:00Z') returning id")
                .param(name)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private String name(long jar) {
        return database.asOwner()
                .sql("select name from jar where id = ?")
                .param(jar)
                .query((row, n) -> row.getString(1))
                .single();
    }

    private ExchangeResult patch(long jar, @Nullable String tag, String body) {
        return http.patch()
                .uri("/api/v1/jars/" + jar)
                .header("Authorization", Tokens.of(UUID.randomUUID().toString()).bearer())
                .header("Content-Type", "application/merge-patch+json")
                .headers(headers -> {
                    if (tag != null) {
                        headers.set("If-Match", tag);
                    }
                })
                .body(body)
                .exchange()
                .returnResult();
    }

    private static String body(ExchangeResult answer) {
        return new String(answer.getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
