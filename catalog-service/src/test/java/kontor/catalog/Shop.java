package kontor.catalog;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kontor.testkit.Member;
import kontor.testkit.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers meet it: sends requests for somebody and reads the answers. */
public final class Shop {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final AtomicInteger RATES = new AtomicInteger();

    private final RestTestClient http;
    private final Members members;
    private @Nullable Member admin;

    public Shop(RestTestClient http, Members members) {
        this.http = http;
        this.members = members;
    }

    /** An answer. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        public long id() {
            return body().get("id").asLong();
        }

        public String code() {
            return body().path("code").asString();
        }

        public String pointer() {
            return body().path("errors").path(0).path("pointer").asString();
        }

        public String etag() {
            return String.valueOf(headers.getETag());
        }

        /** Fails unless the status is this one. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected %d, got %d: %s".formatted(expected, status, text));
            }
            return this;
        }

        public Answer refused(int expected, String code) {
            expect(expected);
            if (!code.equals(code())) {
                throw new AssertionError("Expected %s, got: %s".formatted(code, text));
            }
            return this;
        }
    }

    public Member admin() {
        if (admin == null) {
            admin = members.admin();
        }
        return admin;
    }

    /** A name that nobody used yet. */
    public static String named(String what) {
        return what + " " + NAMES.incrementAndGet() + "-" + Long.toString(System.nanoTime() % 1_000_000, 36);
    }

    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable Object body,
            Consumer<HttpHeaders> more) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(URI.create("/api/v1" + path));
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        request.headers(more);
        switch (body) {
            case null -> {}
            case byte[] raw -> request.body(raw); // its type is among the headers
            case MultiValueMap<?, ?> parts ->
                request.contentType(MediaType.MULTIPART_FORM_DATA).body(parts);
            case String text -> request.contentType(MediaType.APPLICATION_JSON).body(text);
            default -> request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        var result = request.exchange().returnResult(String.class);
        @Nullable String text = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text == null ? "" : text);
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null, null, headers -> {});
    }

    public Answer get(String path, Member caller) {
        return send(HttpMethod.GET, path, caller.bearer(), null, headers -> {});
    }

    public Answer post(String path, Object body) {
        return send(HttpMethod.POST, path, admin().bearer(), body, headers -> {});
    }

    public Answer post(String path, Object body, String key) {
        return send(HttpMethod.POST, path, admin().bearer(), body, headers -> headers.set("Idempotency-Key", key));
    }

    /** A POST of an operation marked K, with a key of its own. */
    public Answer postOnce(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer patch(String path, String etag, Object body) {
        return send(HttpMethod.PATCH, path, admin().bearer(), body, headers -> headers.set("If-Match", etag));
    }

    /** A PATCH on what was read just before. */
    public Answer patch(String path, Object body) {
        return patch(path, get(path, admin()).expect(200).etag(), body);
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, admin().bearer(), null, headers -> {});
    }

    public Answer upload(@Nullable String bearer, String purpose, byte[] file) {
        return upload(bearer, purpose, file, UUID.randomUUID().toString());
    }

    public Answer upload(@Nullable String bearer, String purpose, byte[] file, String key) {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new Named(file));
        form.add("purpose", purpose);
        return send(HttpMethod.POST, "/uploads", bearer, form, headers -> headers.set("Idempotency-Key", key));
    }

    /** A file whose given name would like to be a path. */
    private static final class Named extends ByteArrayResource {

        Named(byte[] bytes) {
            super(bytes);
        }

        @Override
        public String getFilename() {
            return "../../evil.exe";
        }
    }

    /** The operations of the service as it tells them. */
    public JsonNode apiDocument() {
        return JSON.readTree(String.valueOf(http.get()
                .uri("/v3/api-docs")
                .exchange()
                .returnResult(String.class)
                .getResponseBody()));
    }

    public Answer product(Map<String, ?> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("name", named("Product"));
        all.put("priceMinor", 100);
        all.putAll(fields);
        return post("/products", all);
    }

    public long productId(Map<String, ?> fields) {
        return product(fields).expect(201).id();
    }

    /** A product of which so many pieces are there. */
    public long stockedId(int pieces) {
        long id = productId(Map.of());
        postOnce("/products/" + id + "/stock-corrections", Map.of("delta", pieces, "reason", "counted"))
                .expect(201);
        return id;
    }

    public long tag(boolean forSale) {
        return post("/tags", Map.of("name", named("T"), "forSale", forSale))
                .expect(201)
                .id();
    }

    public long category(@Nullable Long parentId) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", named("Category"));
        body.put("parentId", parentId);
        return post("/categories", body).expect(201).id();
    }

    public long packaging() {
        return post(
                        "/packagings",
                        Map.of(
                                "name",
                                named("Carton"),
                                "lengthMm",
                                300,
                                "widthMm",
                                200,
                                "heightMm",
                                100,
                                "weightG",
                                150))
                .expect(201)
                .id();
    }

    /** A rate of a percentage that nobody used yet, from 30.01 on. */
    public long vatRate() {
        return post("/vat-rates", Map.of("percentage", percentage()))
                .expect(201)
                .id();
    }

    public static BigDecimal percentage() {
        return BigDecimal.valueOf(3000L + RATES.incrementAndGet(), 2);
    }
}
