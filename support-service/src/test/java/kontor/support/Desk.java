package kontor.support;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Requests to support-service, and what it wrote down. */
public final class Desk {

    private final RestTestClient http;
    private final TestDatabase database;

    public Desk(RestTestClient http, TestDatabase database) {
        this.http = http;
        this.database = database;
    }

    public Answer get(@Nullable String bearer, String path) {
        return send(HttpMethod.GET, path, bearer, null, headers -> {});
    }

    public Answer post(String bearer, String path, String body) {
        return post(bearer, path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String bearer, String path, String key, String body) {
        return send(HttpMethod.POST, path, bearer, body, headers -> headers.set("Idempotency-Key", key));
    }

    /** An edit of what was last read with this ETag. */
    public Answer patch(String bearer, String path, String etag, String body) {
        return send(HttpMethod.PATCH, path, bearer, body, headers -> headers.set("If-Match", etag));
    }

    /** An edit of what is read just before. */
    public Answer patch(String bearer, String path, String body) {
        return patch(bearer, path, get(bearer, path).expect(200).etag(), body);
    }

    public Answer delete(String bearer, String path) {
        return send(HttpMethod.DELETE, path, bearer, null, headers -> {});
    }

    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable String body,
            Consumer<HttpHeaders> more) {
        String root = path.startsWith("/v3/") ? "" : "/api/v1";
        RestTestClient.RequestBodySpec request = http.method(method).uri(URI.create(root + path));
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        var result = request.headers(more).exchange().returnResult(String.class);
        @Nullable String text = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text == null ? "" : text);
    }

    /** Actions written down for this thing, oldest first. */
    public List<String> audits(String targetType, Object targetId) {
        return database.asOwner()
                .sql("select action from audit where target_type = ? and target_id = ? order by id")
                .params(targetType, targetId.toString())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
