package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The sample service's jars as a caller and as its database see them. */
record Jars(RestTestClient http, TestDatabase database) {

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A new empty jar. */
    long jar() {
        return count("insert into jar (name) values (?) returning id", "jar");
    }

    long amount(long jar) {
        return count("select amount_minor from jar where id = ?", jar);
    }

    long count(String sql, Object parameter) {
        return database.asOwner()
                .sql(sql)
                .param(parameter)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    ExchangeResult fill(long jar, String bearer, @Nullable String key, long amount) {
        return post("/api/v1/jars/%d/fillings".formatted(jar), bearer, key, "{\"amountMinor\":%d}".formatted(amount));
    }

    ExchangeResult create(String key, String name) {
        return post("/api/v1/jars", null, key, "{\"name\":\"%s\"}".formatted(name));
    }

    ExchangeResult slow(String bearer, String key, String query) {
        return post("/api/v1/doors/slow" + query, bearer, key, "");
    }

    ExchangeResult get(String uri, String bearer, String accept) {
        return http.get()
                .uri(builder -> URI.create(builder.build().toString().replaceAll("/$", "") + uri))
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .returnResult();
    }

    private ExchangeResult post(String uri, @Nullable String bearer, @Nullable String key, String body) {
        return http.post()
                .uri(uri)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .headers(headers -> {
                    if (bearer != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, bearer);
                    }
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body(body)
                .exchange()
                .returnResult();
    }

    static void assertRefused(ExchangeResult answer, int status, String code) {
        assertThat(answer.getStatus().value()).as(body(answer)).isEqualTo(status);
        assertThat(body(answer)).contains("\"code\":\"" + code + "\"");
    }

    static int status(ExchangeResult answer) {
        return answer.getStatus().value();
    }

    static boolean isReplay(ExchangeResult answer) {
        return "true".equals(answer.getResponseHeaders().getFirst("Idempotent-Replayed"));
    }

    static String body(ExchangeResult answer) {
        return new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
